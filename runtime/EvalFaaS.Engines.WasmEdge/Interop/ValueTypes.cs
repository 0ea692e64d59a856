using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>The library's eight bytes for each value type.</summary>
internal static partial class ValueTypes
{
    /// <summary>As the library makes it.</summary>
    public static ulong Of(ValueKind kind) => kind switch
    {
        ValueKind.I32 => GenI32(),
        ValueKind.I64 => GenI64(),
        ValueKind.F32 => GenF32(),
        ValueKind.F64 => GenF64(),
        ValueKind.V128 => GenV128(),
        ValueKind.FuncRef => GenFuncRef(),
        ValueKind.ExternRef => GenExternRef(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether it is i64. Types that came back cannot be compared by their bytes: some of those are not set.</summary>
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeIsI64")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool IsI64(ulong type);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenI32")]
    private static partial ulong GenI32();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenI64")]
    private static partial ulong GenI64();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenF32")]
    private static partial ulong GenF32();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenF64")]
    private static partial ulong GenF64();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenV128")]
    private static partial ulong GenV128();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenFuncRef")]
    private static partial ulong GenFuncRef();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValTypeGenExternRef")]
    private static partial ulong GenExternRef();
}
