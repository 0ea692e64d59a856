using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>WasmEdge_Statistics*: the cost of what a guest has run, and its limit.</summary>
internal static partial class Statistics
{
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StatisticsCreate")]
    public static partial StatisticsHandle Create();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StatisticsDelete")]
    public static partial void Delete(nint statistics);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StatisticsSetCostLimit")]
    public static partial void SetCostLimit(StatisticsHandle statistics, ulong limit);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StatisticsGetTotalCost")]
    public static partial ulong GetTotalCost(StatisticsHandle statistics);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StatisticsClear")]
    public static partial void Clear(StatisticsHandle statistics);
}
