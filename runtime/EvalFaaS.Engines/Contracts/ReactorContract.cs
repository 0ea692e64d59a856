using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>EvalFaaS's own fast contract, version 1 (docs/reactor-contract.md): one buffer in, one buffer out, chunks where a body is large.</summary>
public sealed class ReactorContract : IGuestContract
{
    /// <summary>The version of the contract that modules must answer.</summary>
    public const int Version = 1;

    private const string Component = "contract/reactor";
    private const uint GuestFailed = uint.MaxValue;

    private ReactorContract()
    {
    }

    /// <summary>The one instance.</summary>
    public static ReactorContract Instance { get; } = new();

    /// <inheritdoc/>
    public ContractKind Kind => ContractKind.Reactor;

    /// <inheritdoc/>
    public bool Reusable => true;

    /// <inheritdoc/>
    public Outcome Run(CoreInstance instance)
    {
        var state = instance.State;
        var ledger = state.Context.Ledger;
        state.Reactor.Begin();
        if (!Initialize(instance, ledger)) return Unwound(state);
        Span<long> values = stackalloc long[2];
        var ended = ReactorRequest.Place(instance, values) && instance.Call(GuestExport.Handle, values);
        ledger.Mark(Phase.Execute);
        return ended ? Answer(instance, (ulong)values[0]) : Unwound(state);
    }

    private static bool Initialize(CoreInstance instance, InvocationLedger ledger)
    {
        if (instance.Invocations > 1) return true;
        var initializes = instance.Has(GuestExport.Initialize);
        if (!initializes && instance.Module.VersionChecked) return true;
        Span<long> values = stackalloc long[1];
        var ready = (!initializes || instance.Call(GuestExport.Initialize, values)) && CheckVersion(instance, values);
        ledger.Mark(Phase.Init);
        return ready;
    }

    private static bool CheckVersion(CoreInstance instance, Span<long> values)
    {
        if (instance.Module.VersionChecked) return true;
        if (!instance.Call(GuestExport.Version, values)) return false;
        if ((int)values[0] != Version)
        {
            instance.State.Fail(new InvocationFault(FaultKind.ContractMismatch, Component,
                $"The module speaks version {(int)values[0]} of the reactor contract, this host version {Version}. Rebuild it against docs/reactor-contract.md."));
            return false;
        }

        instance.Module.VersionChecked = true;
        return true;
    }

    private static Outcome Answer(CoreInstance instance, ulong result)
    {
        var pointer = (uint)(result >> 32);
        var length = (uint)result;
        if (pointer == GuestFailed)
        {
            return new InvocationFault(FaultKind.GuestFailed, Component, $"The function said that it failed, with error {(int)length}.") { ExitCode = (int)length };
        }

        if (!instance.Memory.TrySlice(pointer, length, out var body))
        {
            return new InvocationFault(FaultKind.BadResponse, Component,
                $"evalfaas_handle gave a response at {pointer} of {length} bytes, which lies outside its memory.");
        }

        return ReactorResponse.Send(instance.State, body) ? Outcome.Ok : Unwound(instance.State);
    }

    private static Outcome Unwound(GuestState state) => state.Fault ?? new InvocationFault(
        FaultKind.GuestFailed, Component, $"The function ended with exit code {state.ExitCode} before it answered.") { ExitCode = state.ExitCode };
}
