namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>The native library of the Wasmtime package.</summary>
internal static class Native
{
    /// <summary>Its name, as the runtime looks it up among the package's native assets.</summary>
    public const string Library = "wasmtime";
}
