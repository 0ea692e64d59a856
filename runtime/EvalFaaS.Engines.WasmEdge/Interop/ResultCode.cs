using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>WasmEdge_Result: the codes that we act on; every other is named by the library.</summary>
internal static partial class ResultCode
{
    public const uint Success = 0x00;

    /// <summary>A host function ended the guest; the library counts it as a success.</summary>
    public const uint Terminated = 0x01;

    public const uint CostLimitExceeded = 0x03;
    public const uint Interrupted = 0x07;
    public const uint MemoryOutOfBounds = 0x408;

    /// <summary>The library's words for a code.</summary>
    public static string Message(uint code) => Marshal.PtrToStringUTF8(GetMessage(code)) ?? $"code {code:x}";

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ResultGetMessage")]
    private static partial nint GetMessage(uint result);
}
