using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>A count for each minute, as the Azure trace of 2019 has it, expanded to moments.</summary>
/// <param name="counts">Invocations of each minute, 0 or more.</param>
/// <param name="placement">Where in the minute.</param>
public sealed class MinuteCountWorkload(IReadOnlyList<int> counts, Placement placement) : Workload
{
    private const double Minute = 60;
    private readonly int[] _counts = [.. counts];

    /// <inheritdoc/>
    public override double? Rate => null;

    /// <inheritdoc/>
    public override double End => _counts.Length * Minute;

    /// <inheritdoc/>
    public override double ExpectedUntil(double seconds) => _counts.Take((int)(seconds / Minute)).Sum(c => (double)c);

    /// <inheritdoc/>
    public override Arrivals Begin(Law service, RandomStream arrivals, RandomStream work) => new Expansion(_counts, placement, arrivals, service, work);

    private sealed class Expansion(int[] counts, Placement placement, RandomStream random, Law service, RandomStream work) : TimedArrivals(service, work)
    {
        private int _minute = -1;
        private int _left;
        private double _last;

        public override double Next()
        {
            while (_left == 0)
            {
                if (++_minute >= counts.Length) return double.PositiveInfinity;
                _left = counts[_minute];
                _last = _minute * Minute;
                if (placement == Placement.Equidistant && _left > 0) _last -= Minute / _left / 2;
            }

            var end = (_minute + 1) * Minute;
            // The least of n uniform moments in what is left of the minute, then the least of n - 1 in the rest: sorted without sorting.
            _last += placement == Placement.Equidistant ? Minute / counts[_minute] : (end - _last) * (1 - Math.Pow(random.PositiveUnit(), 1.0 / _left));
            _left--;
            return _last;
        }
    }
}
