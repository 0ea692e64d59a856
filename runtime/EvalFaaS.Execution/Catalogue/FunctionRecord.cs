using System.Text.Json.Serialization;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>A function as it lies on disk.</summary>
internal sealed record FunctionRecord
{
    /// <summary>The schema written here; it only ever grows. A record of a later one is refused.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required long NextNumber { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<RevisionRecord> Revisions { get; init; }
}

/// <summary>A revision as it lies on disk.</summary>
internal sealed record RevisionRecord
{
    public required string Revision { get; init; }

    public required string Module { get; init; }

    public string? Source { get; init; }

    public required ContractKind Contract { get; init; }

    public required string Engine { get; init; }

    public required InvocationLimits Limits { get; init; }

    public required int Concurrency { get; init; }

    public required int QueueLength { get; init; }

    public required int MaxInvocations { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyList<DirectoryGrant> Directories { get; init; } = [];

    public bool Scratch { get; init; }

    public required string TrustDomain { get; init; }

    public required DateTimeOffset Created { get; init; }

    public static RevisionRecord Of(FunctionRevision revision, ModuleReference? source) => new()
    {
        Revision = revision.Name.Revision,
        Module = revision.Module.ToString(),
        Source = source?.Uri.ToString(),
        Contract = revision.Contract,
        Engine = revision.Engine,
        Limits = revision.Limits,
        Concurrency = revision.Concurrency,
        QueueLength = revision.QueueLength,
        MaxInvocations = revision.MaxInvocations,
        Environment = revision.Environment,
        Arguments = revision.Arguments,
        Directories = revision.Directories,
        Scratch = revision.Scratch,
        TrustDomain = revision.TrustDomain,
        Created = revision.Created,
    };

    public (FunctionRevision Revision, ModuleReference? Source) Read(FunctionName function)
    {
        if (!ModuleDigest.TryParse(Module, out var digest)) throw new FormatException($"'{Module}' is no digest");
        var revision = new FunctionRevision
        {
            Name = new RevisionName(function, Revision),
            Module = digest,
            Contract = Contract,
            Engine = Engine,
            Limits = Limits,
            Concurrency = Concurrency,
            QueueLength = QueueLength,
            MaxInvocations = MaxInvocations,
            Environment = [.. Environment],
            Arguments = [.. Arguments],
            Directories = [.. Directories],
            Scratch = Scratch,
            TrustDomain = TrustDomain,
            Created = Created,
        };
        return (revision, Source is null ? null : new ModuleReference(new Uri(Source), digest));
    }
}

/// <summary>How records are written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FunctionRecord))]
internal sealed partial class FunctionRecordJson : JsonSerializerContext;
