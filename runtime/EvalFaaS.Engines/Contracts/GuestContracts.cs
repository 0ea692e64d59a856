using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>The contracts that run here, by their kind.</summary>
public static class GuestContracts
{
    /// <summary>The contract of this kind.</summary>
    /// <exception cref="FaultException">No engine here runs it.</exception>
    public static IGuestContract For(ContractKind kind) => kind switch
    {
        ContractKind.WasiCommand => WasiCommandContract.Instance,
        ContractKind.Reactor => ReactorContract.Instance,
        _ => throw new FaultException(FaultKind.ModuleUnsupported, "contract", $"Modules of the kind {kind} cannot be run here."),
    };
}
