using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// An instance in this process: what an engine must be able to do so that the contracts, written once, run on it.
/// The guest runs on the caller's thread.
/// </summary>
public abstract class CoreInstance : WasmInstance
{
    private bool _broken;
    private long _invocations;
    private long _memoryBytes;

    /// <summary>What host functions know of it.</summary>
    public abstract GuestState State { get; }

    /// <summary>The module that it is an instance of.</summary>
    public abstract GuestModule Module { get; }

    /// <summary>The module's contract.</summary>
    public IGuestContract Contract => Module.Contract;

    /// <summary>The exported memory as it is now; empty where there is none.</summary>
    public abstract GuestMemory Memory { get; }

    /// <summary>Whether the module exports this.</summary>
    public bool Has(GuestExport export) => Module.Has(export);

    /// <summary>Calls an export on this thread.</summary>
    /// <param name="export">Which; the module must have it with the contract's type.</param>
    /// <param name="values">Arguments at the beginning; results come back at the beginning. i32 in the low half.</param>
    /// <returns>False when the guest was unwound: <see cref="GuestState.ExitCode"/> or <see cref="GuestState.Fault"/> says why.</returns>
    public abstract bool Call(GuestExport export, Span<long> values);

    /// <inheritdoc/>
    public sealed override long Invocations => _invocations;

    /// <inheritdoc/>
    public sealed override long MemoryBytes => _memoryBytes;

    /// <inheritdoc/>
    public sealed override bool Reusable => !_broken && Contract.Reusable;

    /// <inheritdoc/>
    public sealed override ValueTask<Outcome> InvokeAsync(InvocationContext context, InvocationCancellation cancellation)
    {
        State.Begin(context, cancellation);
        _invocations++;
        try
        {
            var outcome = cancellation.Check() is not CancelReason.None and var reason
                ? Faults.Cancelled(reason)
                : Contract.Run(this);
            _broken |= !outcome.IsOk || State.ExitCode is not null;
            _memoryBytes = (long)Memory.Length;
            return new ValueTask<Outcome>(outcome);
        }
        finally
        {
            State.End();
        }
    }

    /// <summary>Makes a pooled object like new.</summary>
    protected void ResetInvocations()
    {
        _broken = false;
        _invocations = 0;
    }
}
