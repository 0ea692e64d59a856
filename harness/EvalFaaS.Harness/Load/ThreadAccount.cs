using System.Globalization;

namespace EvalFaaS.Harness.Load;

/// <summary>What the machine gave the generator's thread, and what it withheld: why a schedule was missed that the generator could have kept.</summary>
/// <param name="CpuNs">CPU time, ns.</param>
/// <param name="WaitedNs">Time that it was ready to run and its core ran something else, ns; 0 where the kernel keeps no account.</param>
/// <param name="StolenNs">Time that the hypervisor gave this machine's processors to others, all of them together, ns, in steps of 10 ms.</param>
/// <param name="GcPausedNs">Time that the garbage collector of this process held its threads, ns.</param>
public readonly record struct ThreadAccount(long CpuNs, long WaitedNs, long StolenNs, long GcPausedNs)
{
    /// <summary>Of the calling thread since its start, of machine and process since theirs.</summary>
    public static ThreadAccount Read() => new(ThreadPlacement.CpuNs(), Waited(), Steal.Ns(), (long)GC.GetTotalPauseDuration().TotalNanoseconds);

    /// <summary>Between two readings.</summary>
    public static ThreadAccount operator -(ThreadAccount a, ThreadAccount b) => new(a.CpuNs - b.CpuNs, a.WaitedNs - b.WaitedNs, a.StolenNs - b.StolenNs, a.GcPausedNs - b.GcPausedNs);

    // Three numbers: time on a processor, time waiting for one, slices (Linux, Documentation/scheduler/sched-stats).
    private static long Waited()
    {
        try
        {
            return long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or FormatException or IndexOutOfRangeException)
        {
            return 0;
        }
    }
}
