using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>Where the generator's thread runs and how precisely it wakes.</summary>
internal static unsafe class ThreadPlacement
{
    // On Linux the priority of a "process" 0 is the calling thread's (setpriority(2), notes).
    private const int ThisThread = 0, Highest = -20;

    /// <summary>Binds the calling thread to a core, where one is given and the process may use it, and asks for timers as precise as the kernel has them.</summary>
    public static void Prepare(int? core)
    {
        Libc.ProcessControl(Libc.SetTimerSlack, 1, 0, 0, 0);
        if (core is not (>= 0 and < 64)) return;
        Affinity.Bind([core.Value]);
        // The core is this thread's; what else is put there (compiler and collector of this very process, daemons) shall wait. Without the right to it, it stays as it is.
        Libc.SetPriority(ThisThread, 0, Highest);
    }

    /// <summary>Lets the calling thread run only while no thread of the usual policy wants its core (sched(7), SCHED_IDLE).</summary>
    public static void StandBack()
    {
        var priority = 0;
        Libc.SetScheduler(0, Libc.SchedulerIdle, &priority);
    }

    /// <summary>Takes the calling thread off its core for so long, or a little longer.</summary>
    public static void Sleep(TimeSpan duration)
    {
        var time = new Libc.TimeSpec { Nanoseconds = (long)duration.TotalNanoseconds };
        Libc.Sleep(&time, null);
    }

    /// <summary>CPU time of the calling thread, ns.</summary>
    public static long CpuNs()
    {
        Libc.TimeSpec time;
        return Libc.GetTime(Libc.ThreadCpuTime, &time) == 0 ? time.Seconds * 1_000_000_000 + time.Nanoseconds : 0;
    }
}
