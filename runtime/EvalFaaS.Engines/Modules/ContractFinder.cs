using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Recognises a guest contract by what a module exports.</summary>
internal static class ContractFinder
{
    private static readonly FunctionType Command = new([], []);
    private static readonly FunctionType Version = new([], [ValueKind.I32]);
    private static readonly FunctionType Alloc = new([ValueKind.I32], [ValueKind.I32]);
    private static readonly FunctionType Handle = new([ValueKind.I32, ValueKind.I32], [ValueKind.I64]);

    /// <summary>The reactor contract before the command: a module that offers both was made for the reactor.</summary>
    public static ContractKind? Find(IReadOnlyList<ModuleExport> exports)
    {
        if (Has(GuestExport.Handle, Handle) && Has(GuestExport.Alloc, Alloc) && Has(GuestExport.Version, Version)
            && exports.Any(e => e is { Kind: ExternalKind.Memory, Name: "memory" })) return ContractKind.Reactor;
        return Has(GuestExport.Start, Command) ? ContractKind.WasiCommand : null;

        bool Has(GuestExport export, FunctionType type)
        {
            var name = GuestExports.Name(export);
            return exports.Any(e => e.Type is not null && e.Name == name && e.Type.Equals(type));
        }
    }
}
