namespace EvalFaaS.Engines;

/// <summary>
/// WASI preview 1, the module <c>wasi_snapshot_preview1</c>, written once for all engines.
/// What it does and what it refuses: docs/wasi.md. Source: the <c>witx</c> description in WebAssembly/WASI, phases/snapshot.
/// </summary>
public static class WasiPreview1
{
    /// <summary>All functions.</summary>
    public static IEnumerable<HostFunction> Functions { get; } =
    [
        .. EnvironmentFunctions.All,
        .. ClockFunctions.All,
        .. RandomFunctions.All,
        .. ProcessFunctions.All,
        .. DescriptorFunctions.All,
        .. ReadWriteFunctions.All,
        .. FileFunctions.All,
        .. DirectoryFunctions.All,
        .. PathOpenFunction.All,
        .. PathStatusFunctions.All,
        .. PathEntryFunctions.All,
        .. PathLinkFunctions.All,
        .. PollFunction.All,
        .. SocketFunctions.All,
    ];
}
