namespace EvalFaaS.Engines;

/// <summary>How a host call waits for something.</summary>
public enum HostCallWait
{
    /// <summary>It holds its thread until the thing is there or the invocation is cancelled.</summary>
    BlocksThread,

    /// <summary>The guest's stack is put aside and the thread goes on with other work.</summary>
    Suspends,
}
