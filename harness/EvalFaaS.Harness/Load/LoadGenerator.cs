namespace EvalFaaS.Harness.Load;

/// <summary>
/// Generates HTTP load from one thread of its own: an epoll loop that issues requests at their intended times and notes when they started, first and last answered.
/// </summary>
/// <remarks>
/// Latency counts from the intended start, so a stalled target cannot hide its stall by not being asked (coordinated omission; G. Tene's wrk2).
/// One thread and direct system calls, because task machinery between a socket and its time stamp would be measured too.
/// </remarks>
public static class LoadGenerator
{
    /// <summary>Runs a load to its end on a new thread.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody listens at the address at the beginning; later on that is a failed request.</exception>
    public static Task<LoadResult> RunAsync(LoadPlan plan, MonotonicClock clock, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<LoadResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                ThreadPlacement.Prepare(plan.Core);
                if (plan.StandsBack) ThreadPlacement.StandBack();
                using var loop = new LoadLoop(plan, clock);
                done.SetResult(loop.Run(cancellation));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Name = "load" };
        thread.Start();
        return done.Task;
    }
}
