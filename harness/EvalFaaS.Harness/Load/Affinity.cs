using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>The cores that threads may run on; what a thread starts inherits them.</summary>
internal static unsafe class Affinity
{
    /// <summary>Cores that the calling thread may run on, of the first 64.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        ulong mask = 0;
        if (Libc.GetAffinity(0, sizeof(ulong), &mask) < 0) return [0];
        var cores = mask;
        return [.. Enumerable.Range(0, 64).Where(core => (cores >> core & 1) != 0)];
    }

    /// <summary>Binds the calling thread to these cores.</summary>
    public static void Bind(IReadOnlyList<int> cores)
    {
        var mask = cores.Aggregate(0UL, (m, core) => m | 1UL << core);
        Libc.SetAffinity(0, sizeof(ulong), &mask);
    }

    /// <summary>Runs something on a thread of its own that is bound to these cores, and waits for it.</summary>
    public static T On<T>(IReadOnlyList<int> cores, Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Bind(cores);
                result = work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException(failure.Message, failure);
    }
}
