namespace EvalFaaS.Simulator.Streams;

/// <summary>All streams of one replication. Streams of different seeds, replications, purposes or subjects begin at unrelated states of a period of 2^256, so that they do not meet in practice.</summary>
/// <param name="seed">The seed of the whole simulation.</param>
/// <param name="replication">Which replication, from 0.</param>
public sealed class StreamFamily(long seed, int replication)
{
    private readonly ulong _key = SplitMix.Key((ulong)seed, (ulong)replication, 0);

    /// <summary>The stream of one purpose.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="subject">Of which function or node, from 0.</param>
    public RandomStream Of(StreamPurpose purpose, int subject = 0) => new(SplitMix.Key(_key, (ulong)purpose + 1, (ulong)subject));
}
