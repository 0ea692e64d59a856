using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>WasmEdge_Configure*: read when a loader, validator, executor or compiler is made.</summary>
internal static partial class Configure
{
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCreate")]
    public static partial ConfigureHandle Create();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureDelete")]
    public static partial void Delete(nint configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureAddProposal")]
    public static partial void AddProposal(ConfigureHandle configure, Proposal proposal);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureRemoveProposal")]
    public static partial void RemoveProposal(ConfigureHandle configure, Proposal proposal);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureHasProposal")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool HasProposal(ConfigureHandle configure, Proposal proposal);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureSetMaxMemoryPage")]
    public static partial void SetMaxMemoryPage(ConfigureHandle configure, uint pages);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureGetMaxMemoryPage")]
    public static partial uint GetMaxMemoryPage(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureSetForceInterpreter")]
    public static partial void SetForceInterpreter(ConfigureHandle configure, [MarshalAs(UnmanagedType.U1)] bool force);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCompilerSetOutputFormat")]
    public static partial void CompilerSetOutputFormat(ConfigureHandle configure, int format);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCompilerSetOptimizationLevel")]
    public static partial void CompilerSetOptimizationLevel(ConfigureHandle configure, int level);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCompilerGetOptimizationLevel")]
    public static partial int CompilerGetOptimizationLevel(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCompilerSetInterruptible")]
    public static partial void CompilerSetInterruptible(ConfigureHandle configure, [MarshalAs(UnmanagedType.U1)] bool interruptible);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureCompilerIsInterruptible")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool CompilerIsInterruptible(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureStatisticsSetCostMeasuring")]
    public static partial void SetCostMeasuring(ConfigureHandle configure, [MarshalAs(UnmanagedType.U1)] bool measure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ConfigureStatisticsIsCostMeasuring")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool IsCostMeasuring(ConfigureHandle configure);
}

/// <summary>WasmEdge_Proposal as release 0.14 numbers them.</summary>
internal enum Proposal
{
    MutableGlobals,
    SaturatingConversions,
    SignExtension,
    MultiValue,
    BulkMemory,
    ReferenceTypes,
    Simd,
    TailCalls,
    ExtendedConst,
    FunctionReferences,
    GarbageCollection,
    MultiMemory,
    Threads,
    RelaxedSimd,
    Annotations,
    Memory64,
    Exceptions,
    Component,
}
