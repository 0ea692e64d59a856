using System.Runtime.ExceptionServices;

namespace EvalFaaS.Simulator.Running;

/// <summary>Runs independent replications over the cores. What comes out does not depend on how many workers there are.</summary>
public static class Replications
{
    /// <summary>Runs them.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="workers">Threads, at least 1.</param>
    /// <param name="run">Runs the replication of a number, from 0; it shares nothing that changes with the others.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The results in the order of the numbers.</returns>
    public static T[] Run<T>(int count, int workers, Func<int, T> run, CancellationToken cancellation = default)
    {
        var results = new T[count];
        var next = -1;
        // One at a time, for they differ in length by orders of magnitude: a worker that took several at once would have the last ones for itself.
        void Work()
        {
            try
            {
                for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                {
                    cancellation.ThrowIfCancellationRequested();
                    results[number] = run(number);
                }
            }
            catch
            {
                Volatile.Write(ref next, count);
                throw;
            }
        }

        workers = Math.Min(workers, count);
        if (workers == 1) Work();
        else Wait([.. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        return results;
    }

    // Threads of their own: the pool's would come late where others keep it busy. Of several failures the first tells enough.
    private static void Wait(Task[] workers)
    {
        try
        {
            Task.WaitAll(workers, CancellationToken.None);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
