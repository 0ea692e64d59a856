namespace EvalFaaS.Engines;

/// <summary>What every function is granted: WASI preview 1 and the reactor contract's imports.</summary>
public static class StandardImports
{
    /// <summary>All of them. One object for the process, so that engines can prepare it once.</summary>
    public static HostImports All { get; } = new(WasiPreview1.Functions.Concat(ReactorImports.Functions));
}
