using System.Diagnostics;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Running;

/// <summary>Work that is the same each time, so that its time tells of the machine alone.</summary>
internal sealed class FixedWork
{
    private const int Repetitions = 5, Rounds = 25_000, MemoryBytes = 2 << 20, CacheLine = 64, Sleeps = 2;
    private static readonly TimeSpan Sleep = TimeSpan.FromMicroseconds(200);

    // Beyond the second-level cache of a core, walked in an order that no prefetcher foresees.
    private readonly int[] _next = Cycle(MemoryBytes / CacheLine);
    private readonly int[] _memory = new int[MemoryBytes / sizeof(int)];
    private long _sink;

    /// <summary>
    /// Shifts in six chains that do not wait for each other: the fastest of some repetitions, ns. About 50 us each.
    /// They keep the core's units busy, as compiled code does, and so feel it when another machine runs on the same core; one chain alone would leave room for both.
    /// </summary>
    public long CpuNs() => Fastest(() =>
    {
        ulong a = 88172645463325252, b = a + 1, c = a + 2, d = a + 3, e = a + 4, f = a + 5;
        for (var i = 0; i < Rounds; i++)
        {
            a ^= a << 13;
            b ^= b << 13;
            c ^= c << 13;
            d ^= d << 13;
            e ^= e << 13;
            f ^= f << 13;
            a ^= a >> 7;
            b ^= b >> 7;
            c ^= c >> 7;
            d ^= d >> 7;
            e ^= e >> 7;
            f ^= f >> 7;
        }

        _sink += (long)(a + b + c + d + e + f);
    });

    /// <summary>Reads of one cache line after the other, each of which waits for the one before: the fastest of some repetitions, ns.</summary>
    public long MemoryNs() => Fastest(() =>
    {
        var at = 0;
        for (var i = 0; i < 4_000; i++) at = _next[at] + _memory[at * (CacheLine / sizeof(int))];
        _sink += at;
    });

    /// <summary>How much later than asked a sleeping thread runs again, the longest of some sleeps, ns; what timers add by themselves is small, since slack is off.</summary>
    public static long WakeDelayNs()
    {
        var longest = 0L;
        for (var i = 0; i < Sleeps; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            ThreadPlacement.Sleep(Sleep);
            longest = Math.Max(longest, (long)(Stopwatch.GetElapsedTime(begun) - Sleep).TotalNanoseconds);
        }

        return longest;
    }

    /// <summary>The smallest step of the monotonic clock, ns.</summary>
    public static long ClockStepNs()
    {
        var smallest = long.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            var first = Stopwatch.GetTimestamp();
            long then;
            while ((then = Stopwatch.GetTimestamp()) == first)
            {
                // Until it moves.
            }

            smallest = Math.Min(smallest, then - first);
        }

        return smallest * 1_000_000_000 / Stopwatch.Frequency;
    }

    private static long Fastest(Action work)
    {
        var best = long.MaxValue;
        for (var i = 0; i < Repetitions; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetTimestamp() - begun);
        }

        return best * 1_000_000_000 / Stopwatch.Frequency;
    }

    /// <summary>A random cycle through all lines (S. Sattolo, 1986), the same in each run.</summary>
    private static int[] Cycle(int count)
    {
        var next = Enumerable.Range(0, count).ToArray();
        var random = new Random(1);
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Next(i);
            (next[i], next[j]) = (next[j], next[i]);
        }

        return next;
    }
}
