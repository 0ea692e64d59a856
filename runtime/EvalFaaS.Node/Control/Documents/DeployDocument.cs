namespace EvalFaaS.Node.Control;

/// <summary>What is to be deployed. Whatever is left out is as the node's configuration says.</summary>
public sealed record DeployDocument
{
    /// <summary>Where the module can be had; left out where it is uploaded.</summary>
    public ModuleDocument? Module { get; init; }

    /// <summary>The digest that the module must have, <c>sha256:…</c>.</summary>
    public string? Digest { get; init; }

    /// <summary>The revision's name. Default: the next number.</summary>
    public string? Revision { get; init; }

    /// <summary>The engine's name.</summary>
    public string? Engine { get; init; }

    /// <summary>The contract that the module must have: <c>wasi-command</c> or <c>reactor</c>. Default: the one found in it.</summary>
    public string? Contract { get; init; }

    /// <summary>What one invocation may use.</summary>
    public LimitsDocument? Limits { get; init; }

    /// <summary>Invocations at once; more wait. 1 to 10,000.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Invocations that may wait; more get 429. 0 to 100,000.</summary>
    public int? QueueLength { get; init; }

    /// <summary>Invocations before an instance is thrown away; 1: a fresh sandbox for each; 0: never.</summary>
    public int? MaxInvocations { get; init; }

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string>? Environment { get; init; }

    /// <summary>Arguments after the program's name.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>Host directories that the function may see; they must lie below one of the node's <c>directories</c>.</summary>
    public IReadOnlyList<DirectoryDocument>? Directories { get; init; }

    /// <summary>Whether each invocation gets an empty <c>/tmp</c> of its own.</summary>
    public bool? Scratch { get; init; }
}

/// <summary>Where a module can be had: a file of the node's machine, or a URL with a digest.</summary>
public sealed record ModuleDocument
{
    /// <summary>An absolute path on the node's machine.</summary>
    public string? Path { get; init; }

    /// <summary>An <c>http</c> or <c>https</c> URL; <see cref="DeployDocument.Digest"/> is then required.</summary>
    public string? Url { get; init; }
}

/// <summary>A host directory that a function may see.</summary>
public sealed record DirectoryDocument
{
    /// <summary>An absolute path on the node's machine.</summary>
    public required string HostPath { get; init; }

    /// <summary>Where the guest sees it, for example <c>/data</c>.</summary>
    public required string GuestPath { get; init; }

    /// <summary>Whether writing is refused. Default true.</summary>
    public bool ReadOnly { get; init; } = true;
}
