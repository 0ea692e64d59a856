using System.Numerics;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Distribution of each phase's time for each start state. Lock-free; never by function.</summary>
/// <remarks>Buckets are powers of two, so that finding one is a count of leading zeros; each core has counters of its own, so that cores do not fight over them.</remarks>
public sealed class PhaseHistograms
{
    private const int LowestPower = 10, HighestPower = 37; // 1.024 us to 137 s
    private const int BucketCount = HighestPower - LowestPower + 2;
    private const int Cell = BucketCount + 1; // the last one is the sum, ns
    private static readonly int Phases = Enum.GetValues<Phase>().Length + 1; // the last one is the total
    private static readonly int States = Enum.GetValues<StartState>().Length;

    private readonly long[][] _shards;

    internal PhaseHistograms(int shards)
    {
        _shards = new long[(int)BitOperations.RoundUpToPowerOf2((uint)shards)][];
        for (var i = 0; i < _shards.Length; i++) _shards[i] = new long[Phases * States * Cell];
    }

    /// <summary>Upper bounds of the buckets, seconds, ascending; above the last one lies +Inf.</summary>
    public static IReadOnlyList<double> UpperBounds { get; } =
        [.. Enumerable.Range(LowestPower, HighestPower - LowestPower + 1).Select(p => (1L << p) / 1e9)];

    /// <summary>The distribution of a phase's time (null: of the total) in invocations of a start state.</summary>
    public HistogramReading Read(Phase? phase, StartState state)
    {
        var at = Offset(phase is null ? Phases - 1 : (int)phase, state);
        var buckets = new long[BucketCount];
        var sum = 0L;
        foreach (var shard in _shards)
        {
            for (var i = 0; i < BucketCount; i++) buckets[i] += Volatile.Read(ref shard[at + i]);
            sum += Volatile.Read(ref shard[at + BucketCount]);
        }

        return new HistogramReading(buckets, buckets.Sum(), sum / 1e9);
    }

    internal void Add(InvocationLedger ledger)
    {
        var shard = _shards[Thread.GetCurrentProcessorId() & (_shards.Length - 1)];
        foreach (ref readonly var span in ledger.Spans) Count(shard, Offset((int)span.Phase, ledger.StartState), span.EndNs - span.StartNs);
        if (ledger.HostNs > 0) Count(shard, Offset((int)Phase.Host, ledger.StartState), ledger.HostNs);
        Count(shard, Offset(Phases - 1, ledger.StartState), ledger.TotalNs);
    }

    private static int Offset(int phase, StartState state) => (phase * States + (int)state) * Cell;

    private static void Count(long[] shard, int at, long ns)
    {
        // The bucket of upper bound 2^p holds 2^(p-1) < ns <= 2^p.
        var power = ns <= 1 ? 0 : BitOperations.Log2((ulong)(ns - 1)) + 1;
        Interlocked.Increment(ref shard[at + Math.Clamp(power - LowestPower, 0, BucketCount - 1)]);
        Interlocked.Add(ref shard[at + BucketCount], ns);
    }
}
