namespace EvalFaaS.Harness.Load;

/// <summary>Measures one load while another runs.</summary>
public static class Beside
{
    /// <summary>Begins the side load, then measures; the side load is ended as soon as that is over.</summary>
    /// <param name="side">The load beside.</param>
    /// <param name="measure">The load that is measured, with all that must be read while the other still runs.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<(T Measured, TSide Side)> DuringAsync<T, TSide>(ISideLoad<TSide> side, Func<Task<T>> measure, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = side.RunAsync(() => begun.TrySetResult(), over.Token);
        try
        {
            // A side load that fails before it has begun says so here.
            await await Task.WhenAny(begun.Task, running);
            var measured = await measure();
            await over.CancelAsync();
            return (measured, await running);
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
