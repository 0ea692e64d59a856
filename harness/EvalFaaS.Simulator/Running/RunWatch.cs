namespace EvalFaaS.Simulator.Running;

/// <summary>Where long runs say how far they are and hear that they are to end. Shared by all replications.</summary>
/// <param name="report">Told the number of invocations so far, now and then, from any thread; may be null.</param>
/// <param name="cancellation">Ends the runs.</param>
public sealed class RunWatch(Action<long>? report = null, CancellationToken cancellation = default)
{
    /// <summary>Invocations between two looks.</summary>
    public const int Interval = 1 << 16;

    private long _done;

    /// <summary>Nobody watches.</summary>
    public static RunWatch None { get; } = new();

    /// <summary>So many invocations more are done.</summary>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public void Add(long invocations)
    {
        cancellation.ThrowIfCancellationRequested();
        if (report is not null) report(Interlocked.Add(ref _done, invocations));
    }
}
