using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

// Layouts of the C API that are passed by address; PackageLayout asserts them against the package's own.

/// <summary><c>wasmtime_instance_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInstance
{
    public ulong Store;
    public nuint Private;
}

/// <summary><c>wasmtime_func_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeFunction
{
    public ulong Store;
    public nint Private;
}

/// <summary><c>wasmtime_memory_t</c>, <c>wasmtime_table_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeStorage
{
    public ulong Store;
    public uint Private1;
    private readonly uint _padding;
    public uint Private2;
}

/// <summary><c>wasmtime_extern_t</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct NativeExtern
{
    public const byte Function = 0;
    public const byte Table = 2;
    public const byte Memory = 3;

    [FieldOffset(0)]
    public byte Kind;

    [FieldOffset(8)]
    public NativeFunction AsFunction;

    [FieldOffset(8)]
    public NativeStorage AsStorage;
}

/// <summary><c>wasmtime_val_raw_t</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)]
    public long Int64;
}

/// <summary><c>wasm_byte_vec_t</c> and the other vectors.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeVector
{
    public nuint Size;
    public void* Data;
}
