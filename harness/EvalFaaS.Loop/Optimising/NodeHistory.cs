using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.WhatIf;
using EvalFaaS.Model;
using EvalFaaS.Node.Control;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Loop.Optimising;

/// <summary>The history of a live node's function.</summary>
public static class NodeHistory
{
    private const double MiB = 1 << 20;
    private const int Ledgers = 1_000;

    /// <summary>Asks the node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="function">The function.</param>
    /// <param name="window">How far back.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NodeException">It does not answer, or has no such function.</exception>
    /// <exception cref="InvalidDataException">It has recorded no call of it in that time.</exception>
    public static async Task<FunctionHistory> ReadAsync(NodeClient node, FunctionName function, TimeSpan window, CancellationToken cancellation)
    {
        var document = await node.DescribeAsync(function.Namespace, function.Name, cancellation);
        var hour = await NodeHour.ReadAsync(node, window, cancellation);
        var calls = hour.Recording.Of(hour.Recording.Functions.ToList().IndexOf(function.ToString()));
        if (calls.Count == 0) throw new InvalidDataException(FormattableString.Invariant($"The node has recorded no call of {function} in the last {window.TotalSeconds:0.###} s; it has of {string.Join(", ", hour.Recording.Functions.Take(10))}."));
        var ledgers = await node.GetAsync<IReadOnlyList<InvocationDocument>>($"/api/v1/invocations?count={Ledgers}&function={Uri.EscapeDataString(function.ToString())}", cancellation);
        return Of(calls, document, Median(ledgers.SelectMany(Instantiations)));
    }

    /// <summary>Of its calls and what the node says of it.</summary>
    /// <param name="calls">Its calls, at least one.</param>
    /// <param name="document">The function.</param>
    /// <param name="instanceSeconds">What a fresh instance takes.</param>
    internal static FunctionHistory Of(IReadOnlyList<RecordedCall> calls, FunctionDocument document, double instanceSeconds)
    {
        var load = document.LoadNs / 1e9;
        // What a load costs besides the time that it takes itself, the ledger does not say: the usual work is that of calls that waited for none.
        var usual = Median(calls.Where(c => !c.FoundNothingLoaded()).Select(c => Work(c, load, instanceSeconds)));
        return new FunctionHistory
        {
            Calls = [.. calls.Select(c => new PastCall(c.At, c.FoundNothingLoaded() && usual > 0 ? Math.Min(usual, c.Duration) : Work(c, load, instanceSeconds)))],
            Seconds = calls.Max(c => c.At + c.Duration),
            LoadSeconds = usual > 0 ? Math.Max(load, Median(calls.Where(c => c.FoundNothingLoaded()).Select(c => c.Duration - usual - instanceSeconds))) : load,
            InstanceSeconds = instanceSeconds,
            CodeMiB = document.CodeBytes / MiB,
            InstanceMiB = (document.PeakMemoryBytes > 0 ? document.PeakMemoryBytes : document.Limits.MemoryBytes ?? 0) / MiB,
            PeakMiB = document.PeakMemoryBytes > 0 ? document.PeakMemoryBytes / MiB : null,
        };
    }

    private static double Work(RecordedCall call, double load, double instance) =>
        Math.Max(0, call.Duration - (call.FoundNothingLoaded() ? load : 0) - (call.Start == StartState.ReusedInstance ? 0 : instance));

    private static IEnumerable<double> Instantiations(InvocationDocument ledger) =>
        ledger.StartState == "N5" ? [] : ledger.Spans.Where(s => s.Phase == "instantiate").Select(s => (s.EndNs - s.StartNs) / 1e9);

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;
}
