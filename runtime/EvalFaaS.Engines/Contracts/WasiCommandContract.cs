using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// A WASI preview 1 command: the request's head in the environment (CGI/1.1), its body on stdin, the response on stdout.
/// Without a request it runs as a plain process whose streams are the bodies as they are.
/// </summary>
/// <remarks>stdin is read as it arrives. stdout is held back up to 64 KiB or 10 ms (<see cref="GuestOutput"/>), and as long as it may still be a CGI head, up to 16 KiB.</remarks>
internal sealed class WasiCommandContract : IGuestContract
{
    private WasiCommandContract()
    {
    }

    /// <summary>The one instance.</summary>
    public static WasiCommandContract Instance { get; } = new();

    /// <inheritdoc/>
    public ContractKind Kind => ContractKind.WasiCommand;

    /// <inheritdoc/>
    public bool Reusable => false;

    /// <inheritdoc/>
    public Outcome Run(CoreInstance instance)
    {
        var state = instance.State;
        var isProcess = state.Context.Request is null;
        state.Output.Begin(isProcess ? null : CgiOutputHead.Instance, eachWrite: isProcess);
        state.Wasi.BeginCommand();
        var outcome = Finish(state, instance.Call(GuestExport.Start, []));
        state.Context.Ledger.Mark(Phase.Execute);
        return outcome;
    }

    private static Outcome Finish(GuestState state, bool returned)
    {
        if (state.Fault is { } fault) return fault;
        if (!returned && state.ExitCode is null)
            return new InvocationFault(FaultKind.Internal, "guest", "The function was ended without a reason.");
        if (state.ExitCode is not (null or 0) and var code)
            return new InvocationFault(FaultKind.GuestFailed, "guest", $"The function ended with exit code {code}.") { ExitCode = code };
        return state.Output.Complete() ? Outcome.Ok : state.Fault!;
    }
}
