using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Loop.WhatIf;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Cli.Loops;

/// <summary>A policy and what it came to; the first is the acting one.</summary>
internal sealed record WhatIfOutcome(string Policy, SimulationResult Result);

/// <summary>The result of <c>whatif</c>: a row for each policy, and how each differs from the acting one.</summary>
internal static class WhatIfText
{
    public static void Write(NodeHour hour, IReadOnlyList<PolicyFigure> figures, IReadOnlyList<WhatIfOutcome> outcomes)
    {
        Console.WriteLine($"{Number(hour.Recording.Calls.Count, "n0")} calls of {Number(hour.Recording.Functions.Count, "n0")} functions in {Number(hour.Recording.Seconds, "0.###")} s; {outcomes[0].Result.Replications.Count} replications, means with half the width of their 95 % intervals.");
        Output.WriteTable(["policy", .. figures.Select(f => f.Name)], outcomes.Select((o, i) => (IReadOnlyList<string>)[i == 0 ? $"{o.Policy} (acting)" : o.Policy, .. figures.Select(f => Text(o.Result.Estimate(f.Of), f.Format))]));
        if (outcomes.Count > 1)
        {
            Console.WriteLine();
            Output.WriteTable(["against the acting policy", .. figures.Select(f => f.Name)], outcomes.Skip(1).Select(o => (IReadOnlyList<string>)[o.Policy, .. figures.Select(f => Signed(Difference(f, outcomes[0], o), f.Format))]));
        }

        Console.WriteLine();
        Console.WriteLine($"The node itself recorded {Number(WhatIfRun.RecordedColdStarts(hour.Recording), "n0")} cold starts. Each function's first call is left out of all counts: what was loaded before it is not known.");
    }

    public static object Machine(string node, NodeHour hour, IReadOnlyList<PolicyFigure> figures, IReadOnlyList<WhatIfOutcome> outcomes, string? prices) => new
    {
        node,
        acting = hour.Policy,
        seconds = hour.Recording.Seconds,
        calls = hour.Recording.Calls.Count,
        functions = hour.Recording.Functions.Count,
        prices,
        recorded = new { coldStarts = WhatIfRun.RecordedColdStarts(hour.Recording) },
        policies = outcomes.Select(o => new
        {
            policy = o.Policy,
            figures = figures.ToDictionary(f => f.Key, f => Figure(o.Result.Estimate(f.Of))),
            difference = figures.ToDictionary(f => f.Key, f => Figure(Difference(f, outcomes[0], o))),
        }),
    };

    // By replication: both had the same calls.
    private static Estimate Difference(PolicyFigure figure, WhatIfOutcome acting, WhatIfOutcome other) =>
        Estimate.Of(acting.Result.Replications.Zip(other.Result.Replications, (a, b) => figure.Of(b) - figure.Of(a)));

    private static object Figure(Estimate estimate) => new { value = estimate.Value, halfWidth = estimate.HalfWidth };

    private static string Text(Estimate estimate, string format) =>
        estimate.HalfWidth is { } half && Number(half, format) is var width && width.Any(c => c is >= '1' and <= '9') ? $"{Number(estimate.Value, format)} ± {width}" : Number(estimate.Value, format);

    private static string Signed(Estimate estimate, string format) => (estimate.Value > 0 ? "+" : "") + Text(estimate, format);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
