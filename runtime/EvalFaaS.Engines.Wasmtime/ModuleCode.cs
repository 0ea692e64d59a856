using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Machine code of modules: compiled, stored, loaded.</summary>
internal static unsafe class ModuleCode
{
    /// <summary>Compiles a module in memory.</summary>
    /// <exception cref="FaultException">It is malformed or beyond what the engine takes.</exception>
    public static CodeHandle Compile(EngineHandle engine, ModuleFile file)
    {
        var wasm = Read(file.Path);
        fixed (byte* bytes = wasm)
        {
            var error = ModuleApi.New(engine, bytes, (nuint)wasm.Length, out var module);
            if (error == 0) return module;
            var message = NativeErrors.Take(error);
            var invalid = ModuleApi.Validate(engine, bytes, (nuint)wasm.Length);
            if (invalid == 0) throw new FaultException(FaultKind.ModuleUnsupported, NativeErrors.Component, $"The module cannot be compiled: {message}");
            throw new FaultException(FaultKind.ModuleMalformed, NativeErrors.Component, $"The module is not valid: {NativeErrors.Take(invalid)}");
        }
    }

    /// <summary>Writes a module's code to a file.</summary>
    /// <exception cref="FaultException">The disk is full or cannot be written.</exception>
    public static void Store(CodeHandle module, string path)
    {
        NativeErrors.Throw(ModuleApi.Serialize(module, out var bytes), FaultKind.Internal, "The module's code cannot be serialised");
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            RandomAccess.Write(file, new ReadOnlySpan<byte>(bytes.Data, checked((int)bytes.Size)), 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Faults.CodeNotWritten(NativeErrors.Component, path, e.Message, e);
        }
        finally
        {
            ErrorApi.DeleteBytes(&bytes);
        }
    }

    /// <summary>Maps code that <see cref="Store"/> wrote. The engine checks that its own build and settings made it, not that it is undamaged.</summary>
    /// <exception cref="FaultException">Another engine build or other settings made it.</exception>
    public static CodeHandle Load(EngineHandle engine, string path)
    {
        NativeErrors.Throw(ModuleApi.DeserializeFile(engine, path, out var module), FaultKind.Internal, $"The compiled code in '{path}' cannot be loaded; compile the module again");
        return module;
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, NativeErrors.Component, $"The module '{path}' cannot be read: {e.Message}", inner: e);
        }
    }
}
