using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Execution.Tests;

/// <summary>One call of a slice.</summary>
/// <param name="Function">Its function's number.</param>
/// <param name="At">When it came, seconds.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record RecordedCall(int Function, double At, double Seconds);

/// <summary>A few hours of calls of functions of several kinds: a timer, steady, in bursts, rare.</summary>
internal sealed class RecordedSlice(IReadOnlyList<RecordedCall> calls, double end)
{
    public const int Functions = 5;
    private const double Hours = 12;

    public IReadOnlyList<RecordedCall> Calls => calls;

    /// <summary>When it ends, seconds: at the moment of nothing else.</summary>
    public double End => end;

    public static RecordedSlice Generate()
    {
        var random = new Random(7);
        var calls = new List<RecordedCall>();
        // Each function's first call in the order of their numbers, which is how a node numbers them.
        for (var f = 0; f < Functions; f++) calls.Add(new(f, 1 + f, 0.125));
        Add(0, () => 1_500 + 20 * random.NextDouble());
        Add(1, () => -240 * Math.Log(1 - random.NextDouble()));
        Add(2, () => random.NextDouble() < 0.8 ? 0.3 * random.NextDouble() : 4_000 * random.NextDouble());
        Add(3, () => -9_000 * Math.Log(1 - random.NextDouble()));
        Add(4, () => 280 + 40 * random.NextDouble());
        // To the millisecond, and no two at one moment: what goes first then is a matter of taste.
        var moments = new HashSet<double>();
        var rounded = calls.Select(c => c with { At = Math.Round(c.At, 3), Seconds = Math.Round(c.Seconds, 3) });
        return new RecordedSlice([.. rounded.OrderBy(c => c.At).Where(c => moments.Add(c.At) & moments.Add(Math.Round(c.At + c.Seconds, 3)))], Hours * 3_600 + 0.0005);

        void Add(int function, Func<double> gap)
        {
            for (var at = 10 + gap(); at < Hours * 3_600 - 60; at += gap()) calls.Add(new(function, at, 0.01 + 3 * random.NextDouble()));
        }
    }

    /// <summary>The calls of a function, for the simulator.</summary>
    public RecordedWorkload Workload(int function)
    {
        var own = calls.Where(c => c.Function == function).ToArray();
        return new RecordedWorkload([.. own.Select(c => c.At)], [.. own.Select(c => c.Seconds)], end);
    }

    /// <summary>Begins and ends, in the order of time.</summary>
    public IEnumerable<(double At, RecordedCall Call, bool Ends)> Moments() =>
        calls.SelectMany(c => new[] { (c.At, c, false), (c.At + c.Seconds, c, true) }).OrderBy(m => m.Item1);
}
