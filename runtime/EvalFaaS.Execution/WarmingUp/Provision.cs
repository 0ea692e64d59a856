using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>What is to be ready of a revision now.</summary>
internal sealed record Provision(WarmUpDecision Decision)
{
    /// <summary>How far that is so.</summary>
    public ProvisionStatus StatusOf(DeployedFunction function)
    {
        // A fresh instance for each call is made when it comes, and needs the code alone.
        var instances = function.Pool is null && function.IsLoaded ? int.MaxValue : function.Running + function.IdleInstances;
        return new WarmUpQuestion(0, 0, function.IsLoaded, instances).StatusOf(Decision);
    }
}
