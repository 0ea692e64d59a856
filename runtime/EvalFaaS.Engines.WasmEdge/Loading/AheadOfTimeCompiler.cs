using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Compiles modules with LLVM to shared objects.</summary>
internal static unsafe class AheadOfTimeCompiler
{
    /// <summary>Compiles and writes.</summary>
    /// <param name="module">A valid module: the compiler takes it on trust.</param>
    /// <param name="outputPath">Where to.</param>
    /// <param name="configuration">How.</param>
    /// <exception cref="FaultException">The module cannot be compiled, or the file cannot be written.</exception>
    public static void Compile(ReadOnlySpan<byte> module, string outputPath, WasmEdgeConfiguration configuration)
    {
        var compiler = Modules.CompilerCreate(configuration.Handle);
        try
        {
            fixed (byte* bytes = module)
            {
                var code = Modules.CompileFromBuffer(compiler, bytes, (ulong)module.Length, Path.GetFullPath(outputPath));
                if (code != ResultCode.Success)
                    throw new FaultException(FaultKind.ModuleUnsupported, WasmEdgeEngine.Component, $"The module cannot be compiled: {ResultCode.Message(code)}.");
            }
        }
        finally
        {
            Modules.CompilerDelete(compiler);
        }

        // A disk that is full is no failure to the library: it leaves a file cut short or none.
        if (!SharedObject.IsWhole(outputPath))
            throw Faults.CodeNotWritten(WasmEdgeEngine.Component, outputPath, "The file was cut short.");
    }
}
