using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Control;

/// <summary>A function's revision as the node serves it.</summary>
public sealed record FunctionDocument
{
    /// <summary><c>namespace/name@revision</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The function.</summary>
    public required string Name { get; init; }

    /// <summary>The revision.</summary>
    public required string Revision { get; init; }

    /// <summary>The path that calls its current revision, for example <c>/fn/hello</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The module's digest, <c>sha256:…</c>.</summary>
    public required string Module { get; init; }

    /// <summary>The contract.</summary>
    public required string Contract { get; init; }

    /// <summary>The engine.</summary>
    public required string Engine { get; init; }

    /// <summary>What one invocation may use.</summary>
    public required LimitsDocument Limits { get; init; }

    /// <summary>Invocations at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Invocations that may wait.</summary>
    public required int QueueLength { get; init; }

    /// <summary>Invocations before an instance is thrown away; 0: never.</summary>
    public required int MaxInvocations { get; init; }

    /// <summary>Names of its environment variables; their values are not shown.</summary>
    public required IReadOnlyList<string> Environment { get; init; }

    /// <summary>Arguments after the program's name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Host directories that it may see.</summary>
    public required IReadOnlyList<DirectoryDocument> Directories { get; init; }

    /// <summary>Whether each invocation gets an empty <c>/tmp</c> of its own.</summary>
    public required bool Scratch { get; init; }

    /// <summary>When it was deployed, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Invocations that run now.</summary>
    public required int Running { get; init; }

    /// <summary>Invocations that wait now.</summary>
    public required int Waiting { get; init; }

    /// <summary>Whether it is ready ahead of calls: <c>not-provisioned</c> (nothing was asked for), <c>provisioning</c>, <c>provisioned</c>.</summary>
    public required string Provisioned { get; init; }

    /// <summary>Whether its code is mapped now.</summary>
    public required bool Loaded { get; init; }

    /// <summary>Bytes of its code on disk, which are mapped when it is loaded; 0 before its first load.</summary>
    public required long CodeBytes { get; init; }

    /// <summary>How long its code took to load the last time, ns; 0 before its first load.</summary>
    public required long LoadNs { get; init; }

    /// <summary>The most linear memory that an invocation has had, bytes; 0 where its engine does not show it.</summary>
    public required long PeakMemoryBytes { get; init; }

    internal static FunctionDocument Of(DeployedFunction function)
    {
        var revision = function.Revision;
        var (ns, name) = revision.Name.Function;
        return new FunctionDocument
        {
            Id = function.Name,
            Namespace = ns,
            Name = name,
            Revision = revision.Name.Revision,
            Path = ns == FunctionName.DefaultNamespace ? $"/fn/{name}" : $"/ns/{ns}/fn/{name}",
            Module = revision.Module.ToString(),
            Contract = WireName<ContractKind>.Of(revision.Contract),
            Engine = revision.Engine,
            Limits = LimitsDocument.Of(revision.Limits),
            Concurrency = revision.Concurrency,
            QueueLength = revision.QueueLength,
            MaxInvocations = revision.MaxInvocations,
            Environment = [.. revision.Environment.Select(v => v.Key)],
            Arguments = [.. revision.Arguments],
            Directories = [.. revision.Directories.Select(d => new DirectoryDocument { HostPath = d.HostPath, GuestPath = d.GuestPath, ReadOnly = d.ReadOnly })],
            Scratch = revision.Scratch,
            Created = revision.Created,
            Running = function.Running,
            Waiting = function.Waiting,
            Provisioned = WireName<ProvisionStatus>.Of(function.Provisioned),
            Loaded = function.IsLoaded,
            CodeBytes = function.CodeBytes,
            LoadNs = function.LoadNs,
            PeakMemoryBytes = function.PeakMemoryBytes,
        };
    }
}
