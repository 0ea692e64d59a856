namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of the threads that serve requests and run guests.</summary>
internal static class ThreadSettings
{
    public static IEnumerable<Setting> All { get; } =
    [
        new Setting<int>(new IntegerType(0, 4_096), o => o.PoolThreads, (o, v) => o with { PoolThreads = v })
        {
            Key = "threads.pool", Description = "Threads that serve requests and are made without hesitation; 0: one for each core.",
        },
        new Setting<int>(new IntegerType(0, 1_024), o => o.Runtime.GuestThreads, (o, v) => o with { Runtime = o.Runtime with { GuestThreads = v } })
        {
            Key = "threads.guest", Description = "Threads for guests that would hold a request's thread for long; one function alone gets half of them; 0: eight for each core, at least 16.",
        },
        new Setting<TimeSpan>(new DurationType(TimeSpan.Zero, TimeSpan.FromHours(1)), o => o.Runtime.GuestThreadThreshold, (o, v) => o with { Runtime = o.Runtime with { GuestThreadThreshold = v } })
        {
            Key = "threads.guestThreshold", Description = "Recent execute time above which a function runs on a guest thread; 0s: always.",
        },
    ];
}
