using System.Collections.Concurrent;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes.Interop;

namespace EvalFaaS.Harness.Processes;

/// <summary>
/// A thread that spawns processes: bound to the targets' cores, and, where that is asked for, in a mount namespace of its own,
/// so that what it spawns needs no wrapper process whose time would be measured too.
/// </summary>
internal sealed class SpawnThread : IDisposable
{
    private const string HybridCgroup = "/sys/fs/cgroup/unified";
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    /// <summary>Starts it.</summary>
    /// <param name="cores">Cores that it and what it spawns run on.</param>
    /// <param name="hideHybridCgroup">Whether the v2 hierarchy that stands beside a v1 one is hidden from what it spawns: crun 1.8 refuses to work where it sees both.</param>
    public SpawnThread(IReadOnlyList<int> cores, bool hideHybridCgroup)
    {
        _thread = new Thread(() => Loop(cores, hideHybridCgroup)) { IsBackground = true, Name = "spawn" };
        _thread.Start();
    }

    /// <summary>Does something on it and gives back what it returned.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private unsafe void Loop(IReadOnlyList<int> cores, bool hideHybridCgroup)
    {
        Affinity.Bind(cores);
        if (hideHybridCgroup && Directory.Exists(HybridCgroup) && Spawn.Unshare(Spawn.NewMountNamespace) == 0)
        {
            Spawn.Mount(null, "/", null, Spawn.Private | Spawn.Recursive, null);
            Spawn.Unmount(HybridCgroup, Spawn.Detach);
        }

        foreach (var action in _work.GetConsumingEnumerable()) action();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }
}
