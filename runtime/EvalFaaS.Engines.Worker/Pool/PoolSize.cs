namespace EvalFaaS.Engines.Worker;

/// <summary>How many worker processes there are.</summary>
/// <param name="Ready">Kept ready, and replaced when they end.</param>
/// <param name="Most">Started while all are busy; beyond that calls wait.</param>
internal readonly record struct PoolSize(int Ready, int Most)
{
    // Guests that wait (poll, a slow client) hold their worker without a core, so more than cores are of use.
    private const int BusyFactor = 4, LeastMost = 8;

    /// <summary>
    /// How long a call waits for a busy worker before another is started: about what a start costs a core, so that waiting and starting never cost much more
    /// than the better of the two would have. Short calls get their turn sooner than a new process could take them.
    /// </summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Idle workers beyond those kept ready end after so long. A start takes a fifth of a second, so not at once.</summary>
    public static TimeSpan IdleLife { get; } = TimeSpan.FromSeconds(30);

    /// <summary>As asked for, or one for each core.</summary>
    public static PoolSize Of(EngineOptions options)
    {
        var ready = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        return new PoolSize(ready, Math.Max(ready * BusyFactor, LeastMost));
    }
}
