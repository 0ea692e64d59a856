using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets.CommandLine;
using EvalFaaS.Harness.Targets.Containers;
using EvalFaaS.Harness.Targets.Gateway;
using EvalFaaS.Harness.Targets.Http;
using EvalFaaS.Harness.Targets.InProcess;
using EvalFaaS.Harness.Targets.JavaScript;
using EvalFaaS.Harness.Targets.Node;

namespace EvalFaaS.Harness.Targets;

/// <summary>All kinds of targets. A new kind is a new line here.</summary>
public static class TargetCatalogue
{
    private static readonly Dictionary<string, Func<TargetSpec, ITarget>> Kinds = new()
    {
        ["wasmtime"] = spec => new NodeTarget(spec.Name, "wasmtime"),
        ["wasmtime-worker"] = spec => new NodeTarget(spec.Name, "wasmtime-worker"),
        ["wasmedge"] = spec => new NodeTarget(spec.Name, "wasmedge"),
        ["wasmedge-interp"] = spec => new NodeTarget(spec.Name, "wasmedge-interp"),
        ["wasmtime-inproc"] = spec => new InProcessTarget(spec.Name, "wasmtime", spec.Options),
        ["process"] = spec => new ProcessTarget(spec.Name),
        ["container"] = spec => new ContainerTarget(spec.Name, spec.Options),
        ["podman"] = spec => new ContainerTarget(spec.Name, spec.Options.SetItem("runtime", "podman")),
        ["docker"] = spec => new ContainerTarget(spec.Name, spec.Options.SetItem("runtime", "docker")),
        ["wasmtime-cli"] = spec => new CommandLineTarget(spec.Name, "wasmtime"),
        ["wasmedge-cli"] = spec => new CommandLineTarget(spec.Name, "wasmedge"),
        ["kestrel"] = spec => new KestrelTarget(spec.Name),
        ["http"] = spec => new HttpTarget(spec.Name, spec.Options),
        ["workerd"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
        ["deno"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
        ["bun"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
        ["node"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
        ["functions-framework"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
        ["lambda-local"] = spec => new JavaScriptTarget(spec.Name, spec.Kind),
    };

    /// <summary>Names of all kinds, in the order of the tables.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>Makes a target.</summary>
    /// <exception cref="ArgumentException">The kind or an option is unknown, or the target cannot be had that way.</exception>
    public static ITarget Create(TargetSpec spec)
    {
        var target = CreateDirect(spec);
        if (spec.Via == GatewayTarget.Via) return new GatewayTarget(target);
        return target is HttpTarget { IsSecure: true } ? throw new ArgumentException($"Target '{spec.Name}': https is spoken by the gateway alone; give the target 'via: {GatewayTarget.Via}'.") : target;
    }

    private static ITarget CreateDirect(TargetSpec spec) => Kinds.TryGetValue(spec.Kind, out var create)
        ? create(spec)
        : throw new ArgumentException($"There is no target of kind '{spec.Kind}'; there are {string.Join(", ", Kinds.Keys)}.");

    /// <summary>One target of each kind, with its default options.</summary>
    public static IEnumerable<ITarget> All => Kinds.Select(k => k.Value(new TargetSpec { Name = k.Key, Kind = k.Key }));
}
