using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Loop.WhatIf;

/// <summary>What a live node did of late, as it tells it.</summary>
/// <param name="Policy">Its acting keep-alive policy.</param>
/// <param name="Recording">The calls that have ended.</param>
/// <param name="Traits">Memory and load time of each of its functions.</param>
public sealed record NodeHour(string Policy, CallRecording Recording, IReadOnlyDictionary<string, KeptTraits> Traits)
{
    private const double MiB = 1 << 20;

    // As the node tells its policies.
    private const long LeastBytes = 4_096;
    private const long LeastLoadNs = 1_000;

    /// <summary>Asks a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="window">How far back.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NodeException">It does not answer, or refuses.</exception>
    /// <exception cref="InvalidDataException">It has recorded nothing in that time.</exception>
    public static async Task<NodeHour> ReadAsync(NodeClient node, TimeSpan window, CancellationToken cancellation)
    {
        var path = FormattableString.Invariant($"/api/v1/keep-alive/arrivals.csv?seconds={window.TotalSeconds:0.###}");
        using var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (!text.TrimEnd().Contains('\n'))
            throw new InvalidDataException(FormattableString.Invariant($"The node has recorded no call in the last {window.TotalSeconds:0.###} s. Call its functions first; keepAlive.arrivals says how many calls are kept."));
        var policy = (await node.GetAsync<ActingPolicy>("/api/v1/keep-alive", cancellation)).Policy;
        var functions = await node.ListAsync(null, cancellation);
        return new NodeHour(policy, Read(text), functions.ToDictionary(f => $"{f.Namespace}/{f.Name}", f => new KeptTraits(Math.Max(f.CodeBytes, LeastBytes) / MiB, Math.Max(f.LoadNs, LeastLoadNs) / 1e9)));
    }

    /// <summary>What is known of a function.</summary>
    public KeptTraits Of(string function) => Traits.TryGetValue(function, out var known) ? known : KeptTraits.Unknown;

    private static CallRecording Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return CallFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed record ActingPolicy(string Policy);
}
