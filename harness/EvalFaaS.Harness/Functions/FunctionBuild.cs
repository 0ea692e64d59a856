using EvalFaaS.Model;

namespace EvalFaaS.Harness.Functions;

/// <summary>A function as built from one language.</summary>
/// <param name="Function">Which function.</param>
/// <param name="Name">The function's name, with the language behind it for all languages but the first: <c>fibonacci-rust</c>.</param>
/// <param name="Language"><c>c</c>, <c>rust</c>, <c>assemblyscript</c> or <c>go</c>.</param>
/// <param name="ReactorPath">The module of the reactor contract.</param>
/// <param name="CommandPath">The module of the wasi-command contract.</param>
/// <param name="NativePath">The static native program; there only after <c>build.sh --native</c>. Null for languages that have none.</param>
public sealed record FunctionBuild(LibraryFunction Function, string Name, string Language, string ReactorPath, string CommandPath, string? NativePath)
{
    /// <summary>Whether the native program has been built.</summary>
    public bool HasNative => File.Exists(NativePath);

    /// <summary>Why there is no native program to run, and how to have one; null where there is.</summary>
    public string? WhyNoNative => NativePath is null
        ? $"'{Name}' has no native program: {Language} is built for WebAssembly alone. Measure a build in c or rust."
        : HasNative ? null : $"The native build of '{Name}' is missing. Build it with scenarios/functions/build.sh --native {Name}; it says which packages it needs.";

    /// <summary>The module of a contract.</summary>
    /// <exception cref="FaultException">The library builds none of that kind.</exception>
    public string ModulePath(ContractKind contract) => contract switch
    {
        ContractKind.Reactor => ReactorPath,
        ContractKind.WasiCommand => CommandPath,
        _ => throw new FaultException(FaultKind.ModuleUnsupported, "functions", $"{Name} is not built for the contract {contract}: reactor and wasi-command are."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
