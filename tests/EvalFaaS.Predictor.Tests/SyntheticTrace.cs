using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests;

/// <summary>Small traces made from a seed: timers with slips, steady queues, bursts, two functions of one application.</summary>
internal static class SyntheticTrace
{
    public static Trace Create(int minutes, int functions = 12, int seed = 1)
    {
        var random = new Random(seed);
        return new Trace(480, minutes, [.. Enumerable.Range(0, functions).Select(f => new TraceFunction(
            new FunctionKey("owner", $"app{f / 2}", $"function{f}"), f % 3 == 0 ? TriggerKind.Timer : TriggerKind.Http, new MinuteCounts(Counts(f, minutes, random))))]);
    }

    /// <summary>The same calls up to a minute, and others from there on.</summary>
    public static Trace WithOtherFuture(Trace trace, int from, int seed)
    {
        var random = new Random(seed);
        return trace with
        {
            Functions =
            [
                .. trace.Functions.Select(f =>
                {
                    var counts = f.Counts.ToArray();
                    for (var m = from; m < counts.Length; m++) counts[m] = random.Next(0, 50);
                    return f with { Counts = new MinuteCounts(counts) };
                }),
            ],
        };
    }

    private static int[] Counts(int function, int minutes, Random random)
    {
        var counts = new int[minutes];
        var period = 2 + function;
        for (var m = 0; m < minutes; m++)
        {
            counts[m] += (function % 3) switch
            {
                0 => m % period == 0 ? 1 : 0,
                1 => 20 + function + random.Next(-5, 6),
                _ => random.NextDouble() < 0.2 ? random.Next(1, 30) : 0,
            };
            if (function % 3 == 0 && m % period == 0 && m > 0 && random.NextDouble() < 0.1) (counts[m - 1], counts[m]) = (1, 0);
        }

        return counts;
    }
}
