using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Finds exports by names that need no allocation.</summary>
internal static unsafe class ExportNames
{
    /// <summary>The memory that contracts speak of.</summary>
    public const string Memory = "memory";

    /// <summary>How many values an export takes (all i32) and gives.</summary>
    public static (int Parameters, int Results) Arity(GuestExport export) => export switch
    {
        GuestExport.Version => (0, 1),
        GuestExport.Alloc => (1, 1),
        GuestExport.Handle => (2, 1),
        _ => (0, 0),
    };

    /// <summary>An exported function.</summary>
    public static nint FindFunction(nint instance, GuestExport export) => FindFunction(instance, Name(export));

    /// <summary>An exported function, or 0.</summary>
    public static nint FindFunction(nint instance, ReadOnlySpan<byte> name)
    {
        fixed (byte* bytes = name)
            return Instances.FindFunction(instance, new WasmEdgeString { Length = (uint)name.Length, Bytes = bytes });
    }

    /// <summary>The exported memory, or 0.</summary>
    public static nint FindMemory(nint instance)
    {
        fixed (byte* bytes = "memory"u8)
            return Instances.FindMemory(instance, new WasmEdgeString { Length = (uint)Memory.Length, Bytes = bytes });
    }

    private static ReadOnlySpan<byte> Name(GuestExport export) => export switch
    {
        GuestExport.Start => "_start"u8,
        GuestExport.Initialize => "_initialize"u8,
        GuestExport.Version => "evalfaas_version"u8,
        GuestExport.Alloc => "evalfaas_alloc"u8,
        GuestExport.Handle => "evalfaas_handle"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(export)),
    };
}
