using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What a guest finds around it. Made once a revision.</summary>
public sealed record GuestEnvironment
{
    /// <summary>Nothing but a name.</summary>
    public static GuestEnvironment Empty { get; } = new() { Name = "guest" };

    /// <summary>The program's name (argument 0); for a function <c>namespace/name@revision</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Arguments after the name.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Environment variables in order; nothing of the host's is added.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>Host directories that it may see.</summary>
    public ImmutableArray<DirectoryGrant> Directories { get; init; } = [];

    /// <summary>Whether each invocation gets an empty <c>/tmp</c> of its own, removed afterwards.</summary>
    public bool Scratch { get; init; }
}
