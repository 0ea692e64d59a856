using System.Collections.Immutable;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;

namespace EvalFaaS.Node.Control;

/// <summary>Makes the execution layer's request of what a client sent: the node's defaults where it says nothing, and no more of the host than the node grants.</summary>
internal static class DeployRequests
{
    private const string Component = "node/control";

    /// <exception cref="FaultException">The document asks for something that cannot be read or is not granted.</exception>
    public static DeployRequest Of(FunctionName function, DeployUpload upload, NodeOptions options)
    {
        var (spec, bytes) = upload;
        var digest = Digest(spec.Digest);
        return new DeployRequest
        {
            Function = function,
            Revision = spec.Revision,
            Bytes = bytes is null ? null : (ReadOnlyMemory<byte>?)bytes,
            Source = bytes is null ? Source(spec.Module, digest) : null,
            Digest = digest,
            Engine = spec.Engine,
            Contract = Contract(spec.Contract),
            Limits = (spec.Limits ?? new LimitsDocument()).Over(options.Defaults.Limits),
            Concurrency = spec.Concurrency ?? options.Defaults.Concurrency,
            QueueLength = spec.QueueLength ?? options.Defaults.QueueLength,
            MaxInvocations = spec.MaxInvocations ?? options.Defaults.MaxInvocations,
            Environment = spec.Environment is null ? [] : [.. spec.Environment],
            Arguments = spec.Arguments is null ? [] : [.. spec.Arguments],
            Directories = spec.Directories is null ? [] : [.. spec.Directories.Select(d => Grant(d, options.Directories))],
            Scratch = spec.Scratch ?? false,
        };
    }

    private static ModuleReference? Source(ModuleDocument? module, ModuleDigest? digest)
    {
        if (module is null) return null;
        if (module.Path is null == module.Url is null) throw Invalid("module: give either a path or a url.");
        if (module.Path is { } path) return Path.IsPathFullyQualified(path) ? ModuleReference.File(path, digest) : throw Invalid($"module.path: '{path}' is no absolute path of the node's machine.");
        return Uri.TryCreate(module.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new ModuleReference(url, digest)
            : throw Invalid($"module.url: '{module.Url}' is no http or https URL.");
    }

    private static ModuleDigest? Digest(string? text) => text is null ? null
        : ModuleDigest.TryParse(text, out var digest) ? digest
        : throw Invalid($"digest: '{text}' is no digest. Write sha256: and 64 lower-case hexadecimal digits.");

    private static ContractKind? Contract(string? name) => name is null ? null
        : WireName<ContractKind>.Find(name) ?? throw Invalid($"contract: '{name}' is unknown.{NearestName.Suggestion(name, Enum.GetValues<ContractKind>().Select(WireName<ContractKind>.Of))}");

    private static DirectoryGrant Grant(DirectoryDocument directory, ImmutableArray<string> roots)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory.HostPath, "/"));
        // The real path decides, or a link below a granted directory would lead out of it.
        var real = new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        if (!roots.Any(r => IsWithin(path, r) && IsWithin(real, r)))
        {
            throw Invalid($"directories: the node does not grant '{directory.HostPath}'. " + (roots.IsEmpty
                ? "It grants none; its setting `directories` names those it may."
                : $"It grants what lies below {string.Join(", ", roots)} (setting `directories`)."));
        }

        return new DirectoryGrant(path, directory.GuestPath, directory.ReadOnly);
    }

    private static bool IsWithin(string path, string root) =>
        path == root || path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static FaultException Invalid(string message) => new(FaultKind.InvalidRequest, Component, message);
}
