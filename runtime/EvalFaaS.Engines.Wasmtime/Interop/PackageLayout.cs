using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>
/// Asserts that the structures declared here are those of the package in use. The native library tells neither sizes nor version,
/// but the package's managed assembly was built for it: its structures are looked up by name and compared.
/// </summary>
internal static class PackageLayout
{
    /// <summary>The package's version, for example <c>50.0.1</c>.</summary>
    public static string Version { get; } = typeof(global::Wasmtime.Engine).Assembly.GetName().Version!.ToString(3);

    /// <summary>What differs, or null where all is as declared.</summary>
    public static string? Difference()
    {
        if (!NativeLibrary.TryLoad(Native.Library, typeof(PackageLayout).Assembly, null, out var library))
            return "the native library of the package (libwasmtime) is missing or cannot be loaded";
        // The library carries its version in the names of two helpers for debuggers.
        if (!NativeLibrary.TryGetExport(library, $"set_vmctx_memory_{Version.Replace('.', '_')}", out _))
            return $"the native library is not of the package's version {Version}";
        return Compare<NativeFunction>("ExternFunc") ?? Compare<NativeStorage>("ExternMemory") ?? Compare<NativeStorage>("ExternTable") ??
            Compare<NativeInstance>("ExternInstance") ?? Compare<NativeExtern>("Extern") ?? Compare<NativeValue>("ValueRaw") ??
            Compare<NativeVector>("ByteArray") ?? Offset("ExternMemory", "__private2", 16) ?? Offset("Extern", "of", 8);
    }

    private static string? Compare<T>(string name) =>
        Find(name) is not { } type ? Missing(name)
        : Marshal.SizeOf(type) is var size && size != Unsafe.SizeOf<T>() ? $"{name} has {size} bytes in the package, {Unsafe.SizeOf<T>()} here"
        : null;

    private static string? Offset(string name, string field, int offset) =>
        Find(name) is not { } type ? Missing(name)
        : Marshal.OffsetOf(type, field) is var found && found != offset ? $"{name}.{field} lies at {found} in the package, at {offset} here"
        : null;

    private static Type? Find(string name) => typeof(global::Wasmtime.Engine).Assembly.GetType("Wasmtime." + name);

    private static string Missing(string name) => $"the package's assembly has no structure {name} to compare with";
}
