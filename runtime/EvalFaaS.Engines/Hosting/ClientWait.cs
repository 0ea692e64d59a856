namespace EvalFaaS.Engines;

/// <summary>Waits that hold a guest's thread for its client: for a body that is on its way, or for a reader that takes its time.</summary>
public static class ClientWait
{
    [ThreadStatic]
    private static IClientWaits? _owner;

    /// <summary>From now on the waits of this thread are told to its owner.</summary>
    public static void TellOf(IClientWaits owner) => _owner = owner;

    /// <summary>The result, once it is there.</summary>
    internal static T For<T>(ValueTask<T> result)
    {
        if (result.IsCompletedSuccessfully) return result.Result;
        var owner = _owner;
        owner?.Began();
        try
        {
            return result.AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            owner?.Ended();
        }
    }
}

/// <summary>Owns threads that guests run on, and puts another in place of one that only waits.</summary>
public interface IClientWaits
{
    /// <summary>The calling thread begins to wait for a client.</summary>
    void Began();

    /// <summary>Its wait is over.</summary>
    void Ended();
}
