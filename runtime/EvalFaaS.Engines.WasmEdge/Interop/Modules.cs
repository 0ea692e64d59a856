using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>Loading, validating and compiling. Each context lives for one call, so plain pointers in a try/finally do.</summary>
internal static unsafe partial class Modules
{
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_LoaderCreate")]
    public static partial nint LoaderCreate(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_LoaderDelete")]
    public static partial void LoaderDelete(nint loader);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_LoaderParseFromBuffer")]
    public static partial uint ParseFromBuffer(nint loader, out AstModuleHandle module, byte* bytes, uint length);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_LoaderParseFromFile", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint ParseFromFile(nint loader, out AstModuleHandle module, string path);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ASTModuleDelete")]
    public static partial void AstDelete(nint module);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValidatorCreate")]
    public static partial nint ValidatorCreate(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValidatorDelete")]
    public static partial void ValidatorDelete(nint validator);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ValidatorValidate")]
    public static partial uint Validate(nint validator, AstModuleHandle module);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_CompilerCreate")]
    public static partial nint CompilerCreate(ConfigureHandle configure);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_CompilerDelete")]
    public static partial void CompilerDelete(nint compiler);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_CompilerCompileFromBuffer", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint CompileFromBuffer(nint compiler, byte* bytes, ulong length, string outputPath);
}
