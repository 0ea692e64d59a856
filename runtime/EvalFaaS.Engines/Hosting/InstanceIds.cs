namespace EvalFaaS.Engines;

/// <summary>Gives instances identities that are unique in the process's life, whatever engine they are of.</summary>
public static class InstanceIds
{
    // Unique in the process is what the identity promises, so the counter is the process's.
    private static long _last;

    /// <summary>The next identity, from 1.</summary>
    public static long Next() => Interlocked.Increment(ref _last);
}
