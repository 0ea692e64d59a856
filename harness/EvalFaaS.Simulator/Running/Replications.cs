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
        if (workers == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = run(i);
            }
        }
        else
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, i => results[i] = run(i));
        }

        return results;
    }
}
