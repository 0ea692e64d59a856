namespace EvalFaaS.Harness.Load;

/// <summary>Slow clients beside a measured load, all on one thread: each is looked after when its next piece is due.</summary>
public sealed class SlowClients(SlowClientPlan plan, MonotonicClock clock) : ISideLoad<SideLoadResult>
{
    /// <summary>Between two pieces of one client; a piece is what its pace comes to in that time, or a byte where that is less.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(100);

    // The thread is the generator's neighbour on its core: it sleeps between its few system calls.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20), Shortest = TimeSpan.FromMicroseconds(50);

    /// <inheritdoc/>
    public Task<SideLoadResult> RunAsync(Action begun, CancellationToken over)
    {
        var done = new TaskCompletionSource<SideLoadResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                ThreadPlacement.Prepare(plan.Core);
                done.SetResult(Run(begun, over));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Name = "slow clients" };
        thread.Start();
        return done.Task;
    }

    private SideLoadResult Run(Action begun, CancellationToken over)
    {
        var piece = Math.Max(1, (int)(plan.BytesPerSecond * Usual.TotalSeconds));
        var interval = (long)(1e9 * piece / plan.BytesPerSecond);
        var requests = plan.Requests.Select(r => (Request: r, Bytes: r.Whole())).ToArray();
        SlowClient[] clients = [.. Enumerable.Range(0, plan.Connections).Select(i => requests[i % requests.Length]).Select(r => new SlowClient(r.Request, r.Bytes, plan.Part, piece, plan.Timeout))];
        var due = new PriorityQueue<SlowClient, long>(clients.Length);
        var start = clock.NowNs;
        // They are spread over an interval, so that their pieces do not come in step.
        var spread = (long)Math.Min(interval, Usual.TotalNanoseconds);
        for (var i = 0; i < clients.Length; i++) due.Enqueue(clients[i], start + spread * i / clients.Length);
        var allBegun = start + (clients.Length == 0 ? 0 : spread);
        var told = false;
        try
        {
            while (!over.IsCancellationRequested)
            {
                var now = clock.NowNs;
                for (; due.TryPeek(out var client, out var at) && at <= now; due.EnqueueDequeue(client, Math.Max(at + interval, now))) client.Step(now);
                if (!told && (told = now >= allBegun)) begun();
                Sleep(due.TryPeek(out _, out var next) ? next - clock.NowNs : long.MaxValue);
            }

            foreach (var client in clients) client.End(LoadOutcome.Cut);
            return new SideLoadResult(clients.Length, clients.SelectMany(c => c.Outcomes).GroupBy(o => o.Key).ToDictionary(g => g.Key, g => g.Sum(o => o.Value)));
        }
        finally
        {
            foreach (var client in clients) client.Dispose();
        }
    }

    private static void Sleep(long ns) => ThreadPlacement.Sleep(TimeSpan.FromMicroseconds(Math.Clamp(ns / 1000, (long)Shortest.TotalMicroseconds, (long)Longest.TotalMicroseconds)));
}
