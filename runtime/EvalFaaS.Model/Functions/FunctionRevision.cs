using System.Collections.Immutable;

namespace EvalFaaS.Model;

/// <summary>One immutable revision of a function: everything that decides how a request to it is answered.</summary>
public sealed record FunctionRevision
{
    /// <summary><c>namespace/name@revision</c>.</summary>
    public required RevisionName Name { get; init; }

    /// <summary>The module's bytes.</summary>
    public required ModuleDigest Module { get; init; }

    /// <summary>The contract, as found in the module.</summary>
    public required ContractKind Contract { get; init; }

    /// <summary>The engine's name, for example <c>wasmtime</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>What one invocation may use.</summary>
    public InvocationLimits Limits { get; init; } = new();

    /// <summary>Invocations at once on this node; more wait in the queue. Default 100; 1 to 10,000.</summary>
    public int Concurrency { get; init; } = 100;

    /// <summary>Invocations that may wait; more are refused with 429. Default 1,000; 0 to 100,000.</summary>
    public int QueueLength { get; init; } = 1_000;

    /// <summary>Invocations before an instance is thrown away. Default 1 (a fresh sandbox for each); 0 means never.</summary>
    public int MaxInvocations { get; init; } = 1;

    /// <summary>Environment variables, in the order given. Nothing of the host's environment is passed on.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>Arguments after the program's name. Default none.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Host directories that the function may see. Default none.</summary>
    public ImmutableArray<DirectoryGrant> Directories { get; init; } = [];

    /// <summary>Whether each invocation gets an empty directory <c>/tmp</c> of its own. Default false.</summary>
    public bool Scratch { get; init; }

    /// <summary>Whose ahead-of-time code may be loaded: code compiled in another domain is not. Default <c>local</c>.</summary>
    public string TrustDomain { get; init; } = "local";

    /// <summary>When it was deployed, UTC.</summary>
    public DateTimeOffset Created { get; init; }
}
