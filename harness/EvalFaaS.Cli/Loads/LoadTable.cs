using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Cli.Loads;

/// <summary>Prints what a load came to.</summary>
internal static class LoadTable
{
    public static void Write(LoadSummary summary)
    {
        Output.WriteTable(["Requests", "", ""], Counts(summary));
        Console.WriteLine();
        if (summary.Latency.Count > 0)
        {
            Output.WriteTable(["Latency", "", "95 % interval"], Latencies(summary));
            Console.WriteLine();
        }

        Output.WriteTable(["Generator", ""], Generator(summary));
        if (summary.Behind is { } behind) Console.Error.WriteLine($"evalfaas: {behind}. Ask for less, give it a core of its own, or use several machines.");
    }

    public static void Write(GeneratorSelfTest test)
    {
        Output.WriteTable(["Generator", ""],
        [
            ["at most, one thread, closed loop", Quantity.Format(test.CeilingPerSecond, Figure.PerSecond)],
            ["its processor then", Share(test.CeilingCpu)],
            ["its CPU time for each request", Time(test.NsPerRequest)],
            ["schedule looked at", Quantity.Format(test.ScheduledPerSecond, Figure.PerSecond)],
            .. Schedule(test.Schedule),
            ["its processor then", Share(test.ScheduledCpu)],
            .. Withheld(test.Withheld),
        ]);
        if (test.SharedCore) Console.Error.WriteLine("evalfaas: generator and server share a core here: with a second one it does better.");
    }

    /// <summary>What makes a schedule late that the generator could have kept.</summary>
    private static IEnumerable<IReadOnlyList<string>> Withheld(ThreadAccount account) =>
    [
        ["ready, but its core ran something else", Time(account.WaitedNs)],
        ["taken by the hypervisor, all cores", Time(account.StolenNs)],
        ["held by the garbage collector", Time(account.GcPausedNs)],
    ];

    private static IEnumerable<IReadOnlyList<string>> Counts(LoadSummary s)
    {
        if (s.AskedPerSecond is { } asked) yield return ["asked", "", Quantity.Format(asked, Figure.PerSecond)];
        yield return ["issued", Quantity.Count(s.Issued), Quantity.Format(s.IssuedPerSecond, Figure.PerSecond)];
        yield return ["answered rightly", Quantity.Count(s.Ok), Quantity.Format(s.AnsweredPerSecond, Figure.PerSecond)];
        foreach (var (name, count) in s.Failures) yield return [name, Quantity.Count(count), ""];
        if (s.Cut > 0) yield return ["cut at the end", Quantity.Count(s.Cut), ""];
    }

    private static IEnumerable<IReadOnlyList<string>> Latencies(LoadSummary s)
    {
        yield return ["mean", Time(s.MeanNs!.Value), ""];
        foreach (var p in s.Latency)
            yield return
            [
                (p.Share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %",
                p.Ns is { } ns ? Time(ns) : "–",
                p is { Ns: { } value, LowNs: { } low, HighNs: { } high } && Quantity.FormatEnds(value, low, high, Figure.Nanoseconds) is var ends ? $"{ends.Low} – {ends.High}" : p.Note ?? "",
            ];
        yield return ["largest", Time(s.MaximumNs!.Value), ""];
    }

    private static IEnumerable<IReadOnlyList<string>> Generator(LoadSummary s)
    {
        if (s.Schedule is { } schedule)
            foreach (var row in Schedule(schedule)) yield return row;
        yield return ["its processor", Share(s.GeneratorCpu)];
        if (s.Reconnects > 0) yield return ["connections made anew", Quantity.Count(s.Reconnects)];
    }

    private static IEnumerable<IReadOnlyList<string>> Schedule(Harness.Statistics.ScheduleFidelity schedule) =>
    [
        ["sent late, median", Time(schedule.P50Ns)],
        ["sent late, 99 %", Time(schedule.P99Ns)],
        ["sent late, at most", Time(schedule.MaxNs)],
    ];

    private static string Time(double ns) => Quantity.Format(ns, Figure.Nanoseconds);

    private static string Share(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
