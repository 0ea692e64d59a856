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

    /// <summary>Deploys it.</summary>
    public async Task DeployAsync(Workload workload, ITargetRun run, CancellationToken cancellation) =>
        _deployed[workload] = await run.DeployAsync(catalogue.Setup(workload), cancellation);

    /// <summary>True the first time that it is asked for this function and stage.</summary>
    public bool IsFirst(Workload workload, string stage) => _done.Add((workload, stage));
}
