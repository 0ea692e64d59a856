using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>A target as it ran.</summary>
public sealed record TargetRecord
{
    /// <summary>Observed by a client over a connection.</summary>
    public const string ObservedByClient = "client";

    /// <summary>Observed inside the process that called the function.</summary>
    public const string ObservedInProcess = "in-process";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it isolates one call from the next with, in a few words, for example <c>a fresh WebAssembly instance for each request</c>.</summary>
    public string Isolation { get; init; } = "";

    /// <summary>Where its times are taken: <see cref="ObservedByClient"/> or <see cref="ObservedInProcess"/>. Ratios never cross it.</summary>
    public string Observation { get; init; } = ObservedByClient;

    /// <summary>Version of what answers, for example <c>Wasmtime 50.0.1</c>.</summary>
    public string Version { get; init; } = "";

    /// <summary>Digest of the configuration read back.</summary>
    public string ConfigurationDigest { get; init; } = "";

    /// <summary>The same names for all targets where they apply (CPU set, memory limit, priority, keep-alive, GC), as read back from the target.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Protections of its engine, empty where it has none.</summary>
    public ImmutableArray<Setting> Protections { get; init; } = [];

    /// <summary>Start states that it has, and how each was forced and proved: name and sentence.</summary>
    public ImmutableArray<Setting> States { get; init; } = [];

    /// <summary>Which of its phases are seen, and as what, in a sentence or two.</summary>
    public string PhaseNotes { get; init; } = "";
}

/// <summary>A target that did not run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Remedy">How to have it.</param>
public sealed record LeftOutTarget(string Name, string Reason, string Remedy);

/// <summary>A function as it was deployed.</summary>
/// <param name="Name">Its label in the results.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="ModuleDigest">SHA-256 of the module.</param>
/// <param name="ModuleBytes">Size of the module, bytes.</param>
/// <param name="Input">What it was called with, in a few words.</param>
public sealed record FunctionRecord(string Name, string Language, string ModuleDigest, long ModuleBytes, string Input);

/// <summary>Something that a reader must know before believing the figures.</summary>
/// <param name="Code">Kebab case, the same for every run, for example <c>shared-core</c>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Target">The target that it is about, or null for all.</param>
public sealed record RunWarning(string Code, string Message, string? Target = null);
