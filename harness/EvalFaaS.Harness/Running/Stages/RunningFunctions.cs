using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>The functions of one started target: each is deployed with its first trial, and there for the later ones.</summary>
internal sealed class RunningFunctions(FunctionCatalogue catalogue)
{
    private readonly Dictionary<Workload, IDeployedFunction> _deployed = [];
    private readonly HashSet<(Workload, string)> _done = [];

    /// <summary>Whether anything is deployed.</summary>
    public bool Any => _deployed.Count > 0;

    /// <summary>The function, or null before its first trial.</summary>
    public IDeployedFunction? Find(Workload workload) => _deployed.GetValueOrDefault(workload);

    /// <summary>Deploys it; of a mix all its functions.</summary>
    public async Task DeployAsync(Workload workload, ITargetRun run, CancellationToken cancellation)
    {
        foreach (var (part, _) in workload.Parts)
            if (!_deployed.ContainsKey(part)) _deployed[part] = await run.DeployAsync(catalogue.Setup(part), cancellation);
        if (!workload.Mix.IsEmpty) _deployed[workload] = new MixedFunction([.. workload.Mix.Select(p => _deployed[p.Workload])]);
    }

    /// <summary>A neighbour as targets take it.</summary>
    public FunctionSetup Neighbour(NeighbourSpec neighbour) => catalogue.Neighbour(neighbour);

    /// <summary>What a load on it asks, once it is deployed.</summary>
    /// <exception cref="TargetException">It is not served over HTTP.</exception>
    public IReadOnlyList<LoadRequest> Requests(Workload workload) =>
    [
        .. workload.Parts.Select(p => (_deployed[p.Workload].Served ?? throw new TargetException($"'{p.Workload.Label}' is not served over HTTP.")).AsLoad(p.Workload.Payload) with { Weight = p.Weight }),
    ];

    /// <summary>True the first time that it is asked for this function and stage.</summary>
    public bool IsFirst(Workload workload, string stage) => _done.Add((workload, stage));
}
