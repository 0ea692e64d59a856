namespace EvalFaaS.Engines;

/// <summary>A sandbox. Takes one invocation at a time; after a fault it is not used again.</summary>
public abstract class WasmInstance : IDisposable
{
    /// <summary>Unique in the process's life, from 1.</summary>
    public abstract long Id { get; }

    /// <summary>Invocations begun on it.</summary>
    public abstract long Invocations { get; }

    /// <summary>Whether another invocation may follow: false after a fault, after an exit, and for commands, which end.</summary>
    public abstract bool Reusable { get; }

    /// <summary>Linear memory at the end of the last invocation, bytes; 0 before one, and where the engine does not show it.</summary>
    public virtual long MemoryBytes => 0;

    /// <summary>Set before an invocation when none will follow it: an engine may then clean up by itself, off the caller's way. Default false.</summary>
    public bool LastInvocation { get; set; }

    /// <summary>Runs one request through the module's contract. Never throws for what a guest does: that is the outcome's fault.</summary>
    /// <param name="context">The request, the response and the ledger.</param>
    /// <param name="cancellation">May end it at any time, also while a host call waits.</param>
    public abstract ValueTask<Outcome> InvokeAsync(InvocationContext context, InvocationCancellation cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();
}
