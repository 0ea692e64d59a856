using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>A mapped module and how many use it. It is unmapped only when none does; counting neither locks nor allocates.</summary>
internal sealed class LoadedModule(CompiledModule compiled)
{
    private int _users;

    public CompiledModule Compiled { get; } = compiled;

    /// <summary>Whether anybody uses it now.</summary>
    public bool InUse => Volatile.Read(ref _users) > 0;

    /// <summary>Begins to use it, or false when it has been closed.</summary>
    public bool TryAcquire()
    {
        // A closed count is so far below zero that those who come too late never bring it back up.
        if (Interlocked.Increment(ref _users) > 0) return true;
        Interlocked.Decrement(ref _users);
        return false;
    }

    /// <summary>Ends one use.</summary>
    public void Release() => Interlocked.Decrement(ref _users);

    /// <summary>Refuses all further users, or false when there are some.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _users, int.MinValue / 2, 0) == 0;
}
