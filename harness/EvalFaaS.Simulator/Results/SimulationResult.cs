using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Simulator.Results;

/// <summary>What the replications of a simulation counted.</summary>
public sealed class SimulationResult
{
    /// <summary>Of these replications.</summary>
    public SimulationResult(IReadOnlyList<Tally> replications)
    {
        Replications = replications;
        Total = new Tally();
        foreach (var tally in replications) Total.Add(tally);
    }

    /// <summary>Each replication's own.</summary>
    public IReadOnlyList<Tally> Replications { get; }

    /// <summary>All together.</summary>
    public Tally Total { get; }

    /// <summary>A figure as the mean over replications, with its standard error.</summary>
    public Estimate Estimate(Func<Tally, double> figure) => Statistics.Estimate.Of(Replications.Select(figure));
}
