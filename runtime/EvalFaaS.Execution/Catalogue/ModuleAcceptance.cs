using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Whether a module can be what a request wants of it, told before anything is stored.</summary>
internal static class ModuleAcceptance
{
    private const string Component = "deploy";

    /// <summary>The contract that the module will be called by.</summary>
    /// <exception cref="FaultException">The module does not fit; the message names what is missing.</exception>
    public static ContractKind Check(DeployRequest request, ModuleInterface module, EngineDescription engine, HostImports imports)
    {
        var contract = module.Contract ?? throw Mismatch(
            "The module exports no contract that is known here. A command exports `_start`, a reactor `evalfaas_version`, `evalfaas_alloc`, `evalfaas_handle` and its memory.");
        if (request.Contract is { } wanted && wanted != contract)
            throw Mismatch($"The module was deployed as {Word(wanted)}, and what it exports is {Word(contract)}. Correct the contract, or deploy the other build of the module.");
        if (contract == ContractKind.HttpComponent && !engine.Capabilities.Components)
            throw new FaultException(FaultKind.ModuleUnsupported, Component, $"The module is a component, and the engine {engine.Name} runs core modules only. Deploy a core module (a WASI command or a reactor).");
        if ((module.Features & ~engine.Capabilities.Features) is not WasmFeatures.None and var lacking)
            throw new FaultException(FaultKind.ModuleUnsupported, Component, $"The module uses proposals that the engine {engine.Name} has not switched on: {lacking}. Compile it without them, or switch them on.");
        foreach (var import in imports.Missing(module)) throw Faults.ImportMissing(Component, import);
        if (request.MaxInvocations != 1 && (contract == ContractKind.WasiCommand || !engine.Capabilities.Reuse))
            throw new FaultException(
                FaultKind.InvalidRequest, Component,
                $"maxInvocations: {request.MaxInvocations} asks for instances to be reused, and {(engine.Capabilities.Reuse ? "a command ends with each invocation" : $"the engine {engine.Name} does not reuse them")}. Give 1.");
        return contract;
    }

    private static string Word(ContractKind contract) => contract switch
    {
        ContractKind.WasiCommand => "a WASI command (wasi-command)",
        ContractKind.Reactor => "a reactor",
        _ => "an HTTP component (wasi:http/incoming-handler)",
    };

    private static FaultException Mismatch(string message) => new(FaultKind.ContractMismatch, Component, message);
}
