using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>The native library itself: whether it is there, and which one.</summary>
internal static partial class Library
{
    /// <summary>The shared object's name with the ABI's number, so that a development link is not needed.</summary>
    public const string Name = "libwasmedge.so.0";

    /// <summary>Whether the dynamic linker finds it.</summary>
    public static bool IsPresent() => NativeLibrary.TryLoad(Name, typeof(Library).Assembly, null, out _);

    /// <summary>For example 0.14.1.</summary>
    public static Version Version() => new((int)VersionGetMajor(), (int)VersionGetMinor(), (int)VersionGetPatch());

    [LibraryImport(Name, EntryPoint = "WasmEdge_VersionGetMajor")]
    private static partial uint VersionGetMajor();

    [LibraryImport(Name, EntryPoint = "WasmEdge_VersionGetMinor")]
    private static partial uint VersionGetMinor();

    [LibraryImport(Name, EntryPoint = "WasmEdge_VersionGetPatch")]
    private static partial uint VersionGetPatch();

    /// <summary>Ends the library's own lines on stderr: faults come back as results.</summary>
    [LibraryImport(Name, EntryPoint = "WasmEdge_LogOff")]
    public static partial void LogOff();
}
