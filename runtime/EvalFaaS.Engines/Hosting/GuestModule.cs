using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What contracts know of a loaded module: one for each loaded module, shared by its instances.</summary>
public sealed class GuestModule
{
    private static readonly ImmutableArray<FunctionType> Types =
    [
        new([], []),
        new([], []),
        new([], [ValueKind.I32]),
        new([ValueKind.I32], [ValueKind.I32]),
        new([ValueKind.I32, ValueKind.I32], [ValueKind.I64]),
    ];

    private readonly uint _exports;

    /// <summary>Checks a module against its contract.</summary>
    /// <exception cref="FaultException">It has no contract, or exports something of it with another type.</exception>
    public GuestModule(ModuleFile file)
    {
        File = file;
        Contract = GuestContracts.For(file.Interface.Contract ?? throw Mismatch(
            "exports neither _start (a WASI command) nor evalfaas_handle (a reactor)"));
        foreach (var export in GuestExports.All)
        {
            var type = file.Interface.ExportedFunction(GuestExports.Name(export));
            if (type is null) continue;
            if (!type.Equals(Types[(int)export]))
                throw Mismatch($"exports {GuestExports.Name(export)} as {type}, where its contract asks for {Types[(int)export]}");
            _exports |= 1u << (int)export;
        }

        if (file.Interface.Contract == ContractKind.Reactor) CheckReactor();
        StreamsRequest = file.Interface.ImportsFunction(ReactorImports.Module, ReactorImports.BodyRead);
    }

    /// <summary>The module's file, digest and interface.</summary>
    public ModuleFile File { get; }

    /// <summary>How requests become calls on it.</summary>
    public IGuestContract Contract { get; }

    /// <summary>Whether it can read a request body in chunks.</summary>
    public bool StreamsRequest { get; }

    /// <summary>Whether its contract's version was asked for and found right. Set once; asking twice does no harm.</summary>
    public bool VersionChecked { get; set; }

    /// <summary>Whether the module exports this, with its contract's type.</summary>
    public bool Has(GuestExport export) => (_exports & (1u << (int)export)) != 0;

    private void CheckReactor()
    {
        if (!Has(GuestExport.Version)) throw Mismatch("exports evalfaas_handle but no evalfaas_version");
        if (!Has(GuestExport.Alloc)) throw Mismatch("exports evalfaas_handle but no evalfaas_alloc");
        if (!File.Interface.Exports.Any(e => e is { Kind: ExternalKind.Memory, Name: "memory" }))
            throw Mismatch("exports evalfaas_handle but no memory of the name 'memory'");
    }

    private static FaultException Mismatch(string what) => new(
        FaultKind.ContractMismatch, "contract", $"The module {what}. `evalfaas module inspect` shows its exports; docs/reactor-contract.md and docs/wasi.md say what is asked for.");
}
