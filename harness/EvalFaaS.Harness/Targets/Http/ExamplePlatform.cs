using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>A platform that is no kind of its own: a suite of scenarios/targets measures it by its URL, where its program is installed.</summary>
/// <remarks>
/// Kinds are what this project runs in its tests. What cannot be had where it is developed, or needs an artefact that it does not build (a component of
/// wasi:http), is better a file that a reader can see through and change than code that was never run.
/// </remarks>
/// <param name="Name">Its name.</param>
/// <param name="Program">Its program in the search path.</param>
/// <param name="Needs">What it takes besides.</param>
/// <param name="IsolatedBy">What stands between a function and the rest of the machine.</param>
/// <param name="Origin">Its licence, and where it is had.</param>
public sealed record ExamplePlatform(string Name, string Program, string Needs, string IsolatedBy, TargetOrigin Origin)
{
    private const string WasmtimeLicence = "Apache-2.0 WITH LLVM-exception";

    /// <summary>Those whose program is one that a person installs on this machine.</summary>
    public static IReadOnlyList<ExamplePlatform> All { get; } =
    [
        new("wasmtime-serve", "wasmtime", "a wasi:http component of your own", "a fresh WebAssembly instance for each request", new(WasmtimeLicence, "", "github.com/bytecodealliance/wasmtime/releases")),
        new("spin", "spin", "a spin.toml over the function's wasi-command module", "a fresh WebAssembly instance for each request", new(WasmtimeLicence, "", "github.com/spinframework/spin/releases")),
    ];

    /// <summary>The suite that measures it.</summary>
    public string Suite => $"scenarios/targets/{Name}.yaml";

    /// <summary>How it is measured, and how it is had where it is not here.</summary>
    public string How => SearchPath.Find(Program) is { } found
        ? $"{found} is here: measure it with {Suite}, which takes {Needs}"
        : $"'{Program}' is not in the search path: have it from {Origin.Source}, then measure it with {Suite}, which takes {Needs}";
}
