using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Running;

/// <summary>Looks each second at what a target holds, while a load runs that is long enough for a trend.</summary>
internal sealed class ResourceWatch(TrialWork work)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5), Interval = TimeSpan.FromSeconds(1);
    private readonly List<ResourceRow> _rows = [];

    /// <summary>Runs something and looks meanwhile.</summary>
    public async Task<T> DuringAsync<T>(TimeSpan duration, Func<Task<T>> load)
    {
        if (duration < Shortest) return await load();
        using var over = new CancellationTokenSource();
        var watching = WatchAsync(over.Token);
        try
        {
            return await load();
        }
        finally
        {
            await over.CancelAsync();
            await watching;
            work.Resources = _rows;
        }
    }

    private async Task WatchAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Interval, work.Machine.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(over) && work.Run.Failure is null) Look();
        }
        catch (OperationCanceledException)
        {
            // The load has ended.
        }
    }

    private void Look()
    {
        var usage = work.Run.Usage(memory: true);
        _rows.Add(new ResourceRow
        {
            Run = work.Trial.Run,
            Block = work.Trial.Block,
            Trial = work.Trial.Number,
            AtNs = work.Machine.Clock.NowNs,
            ResidentBytes = usage.ResidentBytes,
            ProportionalBytes = usage.ProportionalBytes,
            Descriptors = usage.Descriptors,
            Threads = usage.Threads,
            DiskBytes = work.Run.Folder is { } folder ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : null,
        });
    }
}
