using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>What a user asks to be deployed. Exactly one of <see cref="Bytes"/> and <see cref="Source"/> is given.</summary>
public sealed record DeployRequest
{
    /// <summary>The function.</summary>
    public required FunctionName Function { get; init; }

    /// <summary>The revision's name, a DNS label not used by this function yet. Default null: the next number.</summary>
    public string? Revision { get; init; }

    /// <summary>The module itself.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>Where the module can be had.</summary>
    public ModuleReference? Source { get; init; }

    /// <summary>The digest that the module must have, or null where any will do.</summary>
    public ModuleDigest? Digest { get; init; }

    /// <summary>The engine's name. Default null: <see cref="RuntimeOptions.DefaultEngine"/>.</summary>
    public string? Engine { get; init; }

    /// <summary>The contract that the module must have. Default null: the one found in it.</summary>
    public ContractKind? Contract { get; init; }

    /// <inheritdoc cref="FunctionRevision.Limits"/>
    public InvocationLimits Limits { get; init; } = new();

    /// <inheritdoc cref="FunctionRevision.Concurrency"/>
    public int Concurrency { get; init; } = 100;

    /// <inheritdoc cref="FunctionRevision.QueueLength"/>
    public int QueueLength { get; init; } = 1_000;

    /// <inheritdoc cref="FunctionRevision.MaxInvocations"/>
    public int MaxInvocations { get; init; } = 1;

    /// <inheritdoc cref="FunctionRevision.Environment"/>
    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <inheritdoc cref="FunctionRevision.Arguments"/>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <inheritdoc cref="FunctionRevision.Directories"/>
    public ImmutableArray<DirectoryGrant> Directories { get; init; } = [];

    /// <inheritdoc cref="FunctionRevision.Scratch"/>
    public bool Scratch { get; init; }

    /// <inheritdoc cref="FunctionRevision.TrustDomain"/>
    public string TrustDomain { get; init; } = "local";

    /// <summary>What is wrong with the request, without looking at the module: one sentence each, empty when nothing is.</summary>
    public IReadOnlyList<string> Validate() => DeployValidation.Problems(this);
}
