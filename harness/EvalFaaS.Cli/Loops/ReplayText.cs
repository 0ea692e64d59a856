using System.Globalization;
using EvalFaaS.Cli.Loads;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.Replaying;

namespace EvalFaaS.Cli.Loops;

/// <summary>What a replay came to, for people and for machines.</summary>
internal static class ReplayText
{
    public static void Write(string target, Slice slice, ReplayResult result)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slice.Calls.Count:n0} calls of {slice.Functions.Count:n0} functions in {slice.Seconds:0.###} s, sent to {target}"));
        Console.WriteLine();
        LoadTable.Write(result.Load);
        if (result.Starts.Count == 0) return;
        Console.WriteLine();
        Output.WriteTable(["start state", "answers", "share", "median", "99 %"], result.Starts.Select(s => (IReadOnlyList<string>)
            [s.State, Quantity.Count(s.Count), s.Share.ToString("P2", CultureInfo.InvariantCulture), Quantity.Format(s.P50Ns, Figure.Nanoseconds), s.P99Ns is { } p99 ? Quantity.Format(p99, Figure.Nanoseconds) : "n too small"]));
    }

    public static object Machine(string target, string trace, double speed, Slice slice, ReplayResult result) => new
    {
        target, trace, speed, functions = slice.Functions.Count, calls = slice.Calls.Count, seconds = slice.Seconds, load = result.Load, starts = result.Starts,
    };
}
