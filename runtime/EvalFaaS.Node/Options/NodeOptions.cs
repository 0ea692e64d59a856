using System.Collections.Immutable;
using EvalFaaS.Execution;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node;

/// <summary>How a node is set. Made from file, environment and flags by the configuration, or by hand.</summary>
public sealed record NodeOptions
{
    /// <summary>Addresses to listen on. Default <c>http://127.0.0.1:8080</c>; port 0 takes a free one.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>The bearer token that the control API asks for. Default null: it asks for none.</summary>
    public string? Token { get; init; }

    /// <summary>The least grave log line that is written. Default information.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>How long running invocations may go on at shutdown. Default 10 s; 0 s to 10 min.</summary>
    public TimeSpan DrainGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How functions are kept and run; its data directory is <c>evalfaas</c> in the user's data directory by default.</summary>
    public RuntimeOptions Runtime { get; init; } = new() { DataDirectory = DefaultDataDirectory, DefaultEngine = "wasmtime" };

    /// <summary>The model file of what forecast policies go by. Default null: what the program forecasts without one.</summary>
    public string? Model { get; init; }

    /// <summary>What a deployment gets that says nothing else.</summary>
    public DeploymentDefaults Defaults { get; init; } = new();

    /// <summary>What clients may do.</summary>
    public HttpOptions Http { get; init; } = new();

    /// <summary>Threads that serve requests and are made without hesitation. Default 0: one for each core; 0 to 4,096.</summary>
    public int PoolThreads { get; init; }

    /// <summary>Host directories below which a deployment may grant directories to a function. Default none: no function sees files.</summary>
    public ImmutableArray<string> Directories { get; init; } = [];

    private static string DefaultDataDirectory => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data ? data : ".",
        "evalfaas");
}
