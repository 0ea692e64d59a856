namespace EvalFaaS.Engines.Worker;

/// <summary>How many worker processes there are.</summary>
/// <param name="Ready">Kept ready, and replaced when they end; a spare one comes on top.</param>
/// <param name="Most">Started while all are busy; beyond that calls wait. One function alone holds half of them.</param>
internal readonly record struct PoolSize(int Ready, int Most)
{
    // Guests that wait (poll, a slow client) hold their worker without a core, so more than cores are of use; and as many again for others than the one that holds these.
    private const int BusyFactor = 2 * 4, LeastMost = 2 * 8;

    /// <summary>
    /// How long a call waits for a busy worker before another is started: about what a start costs a core, so that waiting and starting never cost much more
    /// than the better of the two would have. Short calls get their turn sooner than a new process could take them.
    /// </summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Idle workers beyond those kept end after so long. A start takes a fifth of a second, so not at once.</summary>
    public static TimeSpan IdleLife { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Kept whether they are used or not: those ready, and a spare for a function that comes while another holds all it may.</summary>
    public int Kept => Math.Min(Ready + 1, Most);

    /// <summary>As asked for, or one for each core.</summary>
    public static PoolSize Of(EngineOptions options)
    {
        var ready = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        return new PoolSize(ready, Math.Max(ready * BusyFactor, LeastMost));
    }
}
