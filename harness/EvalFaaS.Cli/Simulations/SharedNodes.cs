using EvalFaaS.Cli.Terminal;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;

namespace EvalFaaS.Cli.Simulations;

/// <summary>Nodes that the functions of a simulation share.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Placement">Where instances are made.</param>
internal sealed record SharedNodes(IReadOnlyList<NodeModel> Nodes, PolicySpec Placement)
{
    private const double BytesPerMiB = 1 << 20;

    /// <summary>So many alike.</summary>
    public static SharedNodes Of(int nodes, int cpus, long memory, string placement)
    {
        try
        {
            return new SharedNodes([.. Enumerable.Range(1, nodes).Select(i => new NodeModel($"node-{i}", cpus, memory / BytesPerMiB))], PolicySpec.Parse(placement, PolicyKind.Placement));
        }
        catch (PolicyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
