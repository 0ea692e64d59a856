using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>Poisson arrivals whose rate changes at random: the Markov-modulated Poisson process of states that follow each other in a circle.</summary>
public sealed class BurstWorkload : Workload
{
    private readonly (double Rate, double Mean)[] _states;

    /// <summary>With these states.</summary>
    /// <param name="states">Of each its rate (invocations a second, 0 or more) and its mean length (seconds, above 0), exponential.</param>
    /// <exception cref="ArgumentException">No states, a negative rate, or none above 0.</exception>
    public BurstWorkload(IReadOnlyList<(double Rate, double Mean)> states)
    {
        if (states.Count == 0 || states.All(s => s.Rate <= 0) || states.Any(s => !(s.Rate >= 0) || !(s.Mean > 0)))
            throw new ArgumentException("Bursts need states with rates of 0 or more, one at least above 0, and mean lengths above 0.");
        _states = [.. states];
    }

    /// <inheritdoc/>
    public override double? Rate => _states.Sum(s => s.Rate * s.Mean) / _states.Sum(s => s.Mean);

    /// <inheritdoc/>
    public override Arrivals Begin(Law service, RandomStream arrivals, RandomStream work) => new Bursts(_states, arrivals, service, work);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"bursts, {_states.Length} states, rate {Rate:g6}");

    private sealed class Bursts((double Rate, double Mean)[] states, RandomStream random, Law service, RandomStream work) : TimedArrivals(service, work)
    {
        private int _state = states.Length - 1;
        private double _now;
        private double _stateEnd;

        public override double Next()
        {
            while (true)
            {
                // The process has no memory, so that the gap is drawn anew where a state ends before the next invocation.
                var gap = states[_state].Rate > 0 ? random.Exponential() / states[_state].Rate : double.PositiveInfinity;
                if (_now + gap < _stateEnd) return _now += gap;
                _now = _stateEnd;
                _state = (_state + 1) % states.Length;
                _stateEnd += states[_state].Mean * random.Exponential();
            }
        }
    }
}
