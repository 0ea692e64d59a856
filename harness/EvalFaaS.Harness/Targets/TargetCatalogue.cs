using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets.Containers;
using EvalFaaS.Harness.Targets.InProcess;
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
        ["kestrel"] = spec => new KestrelTarget(spec.Name),
    };

    /// <summary>Names of all kinds, in the order of the tables.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>Makes a target.</summary>
    /// <exception cref="ArgumentException">The kind or an option is unknown.</exception>
    public static ITarget Create(TargetSpec spec) => Kinds.TryGetValue(spec.Kind, out var create)
        ? create(spec)
        : throw new ArgumentException($"There is no target of kind '{spec.Kind}'; there are {string.Join(", ", Kinds.Keys)}.");

    /// <summary>One target of each kind, with its default options.</summary>
    public static IEnumerable<ITarget> All => Kinds.Select(k => k.Value(new TargetSpec { Name = k.Key, Kind = k.Key }));
}
