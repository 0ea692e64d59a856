using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Brings modules into the library: parses and validates bytes, or maps compiled code.</summary>
internal static unsafe class ModuleLoader
{
    /// <summary>Memory mappings of a shared object of compiled code.</summary>
    public const int MappingsOfSharedObject = 5;

    /// <summary>Validates a module and guards it; what comes back is still to be loaded or compiled.</summary>
    /// <exception cref="FaultException">It is malformed or invalid.</exception>
    public static byte[] Guarded(ReadOnlySpan<byte> module, WasmEdgeConfiguration configuration)
    {
        FromBytes(module, configuration.Handle).Dispose();
        return ModuleGuard.Apply(module, configuration.AheadOfTime);
    }

    /// <summary>Parses and validates a module's bytes.</summary>
    /// <exception cref="FaultException">It is malformed or invalid.</exception>
    public static AstModuleHandle FromBytes(ReadOnlySpan<byte> bytes, ConfigureHandle configuration)
    {
        fixed (byte* first = bytes)
        {
            var loader = Modules.LoaderCreate(configuration);
            var code = Modules.ParseFromBuffer(loader, out var module, first, (uint)bytes.Length);
            Modules.LoaderDelete(loader);
            return Validated(module, code, configuration);
        }
    }

    /// <summary>Maps a shared object that the compiler made.</summary>
    /// <exception cref="FaultException">It is none.</exception>
    public static AstModuleHandle FromSharedObject(string path, ConfigureHandle configuration)
    {
        var loader = Modules.LoaderCreate(configuration);
        // Without a slash the dynamic linker would search its own folders.
        var code = Modules.ParseFromFile(loader, out var module, Path.GetFullPath(path));
        Modules.LoaderDelete(loader);
        return Validated(module, code, configuration);
    }

    private static AstModuleHandle Validated(AstModuleHandle module, uint code, ConfigureHandle configuration)
    {
        if (code == ResultCode.Success)
        {
            var validator = Modules.ValidatorCreate(configuration);
            code = Modules.Validate(validator, module);
            Modules.ValidatorDelete(validator);
            if (code == ResultCode.Success) return module;
        }

        module.Dispose();
        throw new FaultException(FaultKind.ModuleMalformed, WasmEdgeEngine.Component, $"The module is no valid WebAssembly: {ResultCode.Message(code)}.");
    }
}
