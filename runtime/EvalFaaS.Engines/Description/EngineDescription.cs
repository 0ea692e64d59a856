using System.Collections.Immutable;

namespace EvalFaaS.Engines;

/// <summary>What an engine is, read from the running configuration.</summary>
public sealed record EngineDescription
{
    /// <summary>The name it is chosen by, for example <c>wasmtime-worker</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The engine's version.</summary>
    public required string Version { get; init; }

    /// <summary>What it can do.</summary>
    public required EngineCapabilities Capabilities { get; init; }

    /// <summary>Protections and settings, in the order of the table.</summary>
    public required ImmutableArray<EngineSetting> Settings { get; init; }

    /// <summary>
    /// Everything that changes compiled code, as one short word for file names: engine build, CPU features, proposals, every setting that changes code.
    /// Code compiled under another fingerprint is never loaded.
    /// </summary>
    public required string CodeFingerprint { get; init; }
}
