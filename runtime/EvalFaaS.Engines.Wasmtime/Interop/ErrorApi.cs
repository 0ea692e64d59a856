using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_error_t</c> and <c>wasm_trap_t</c>.</summary>
internal static unsafe partial class ErrorApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_error_new")]
    public static partial nint New(byte* message);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_error_message")]
    public static partial void Message(nint error, out NativeVector message);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_error_delete")]
    public static partial void Delete(nint error);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_trap_new")]
    public static partial nint NewTrap(byte* message, nuint length);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_trap_code")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool TrapCode(nint trap, out byte code);

    [LibraryImport(Native.Library, EntryPoint = "wasm_trap_message")]
    public static partial void TrapMessage(nint trap, out NativeVector message);

    [LibraryImport(Native.Library, EntryPoint = "wasm_trap_delete")]
    public static partial void DeleteTrap(nint trap);

    [LibraryImport(Native.Library, EntryPoint = "wasm_byte_vec_delete")]
    public static partial void DeleteBytes(NativeVector* bytes);
}
