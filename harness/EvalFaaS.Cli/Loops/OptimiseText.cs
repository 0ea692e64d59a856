using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Policies;
using Quantity = EvalFaaS.Harness.Reports.Quantity;

namespace EvalFaaS.Cli.Loops;

/// <summary>What <c>optimize</c> recommends: the front, and what to write where.</summary>
internal static class OptimiseText
{
    public static void Write(string function, FunctionHistory history, SettingsRecommendation found, PriceSheet prices)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{function}: {history.Calls.Count:n0} calls in {history.Seconds:0.###} s, at most {found.PeakConcurrency} at a time; {found.Tried} settings tried, {found.Front.Count} of them on the front."));
        Output.WriteTable(["", "keep-alive", "reuse", "pool", "loads", "fresh", "mean", "95 %", "99 %", "MiB held", $"{prices.Currency} a million"], found.Front.Select(o => (IReadOnlyList<string>)
        [
            o == found.Chosen ? "->" : "", Window(o.Settings.KeepAlive), o.Settings.Reuse ? "yes" : "no", o.Settings.Reuse ? Text(o.Settings.Pool, "0") : "–", Text(o.ColdStarts, "n0"), Text(o.FreshInstances, "n0"),
            Time(o.Mean), Time(o.P95), Time(o.P99), Text(o.MiBSeconds / history.Seconds, "0.####"), Text(o.Cost, "0.####"),
        ]));
        Console.WriteLine();
        var chosen = found.Chosen.Settings;
        Console.WriteLine($"Recommended: keep-alive {Window(chosen.KeepAlive)}{(double.IsFinite(chosen.KeepAlive) ? $" (fixed:window={Text(chosen.KeepAlive, "0.######")})" : " (lru)")}, {(chosen.Reuse ? $"instances reused (maxInvocations 0), {chosen.Pool} idle at most" : "a fresh instance for each call (maxInvocations 1)")}, "
            + (found.MemoryLimitMiB is { } limit ? $"memory limit {limit} MiB, a quarter above the most that was used." : "the memory limit as it is: the history does not say what calls used."));
        if (!found.MeetsLatency) Console.WriteLine("No setting has the 95th percentile that was asked for; this is the fastest.");
    }

    public static object Machine(string function, FunctionHistory history, SettingsRecommendation found, PriceSheet prices) => new
    {
        function,
        calls = history.Calls.Count,
        seconds = history.Seconds,
        peakConcurrency = found.PeakConcurrency,
        prices = prices.Name,
        tried = found.Tried,
        meetsLatency = found.MeetsLatency,
        recommended = new { settings = Point(found.Chosen), memoryLimitMiB = found.MemoryLimitMiB },
        front = found.Front.Select(Point),
    };

    private static object Point(SettingsOutcome o) => new
    {
        // Always has no number in JSON.
        keepAliveSeconds = double.IsFinite(o.Settings.KeepAlive) ? o.Settings.KeepAlive : (double?)null,
        reuse = o.Settings.Reuse,
        pool = o.Settings.Pool,
        loads = o.ColdStarts,
        freshInstances = o.FreshInstances,
        meanSeconds = o.Mean,
        p95Seconds = o.P95,
        p99Seconds = o.P99,
        miBSeconds = o.MiBSeconds,
        costPerMillion = o.Cost,
    };

    private static string Window(double seconds) => double.IsFinite(seconds) ? Text(seconds, "0.######") + " s" : "always";

    private static string Time(double seconds) => Quantity.Format(seconds * 1e9, Figure.Nanoseconds);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
