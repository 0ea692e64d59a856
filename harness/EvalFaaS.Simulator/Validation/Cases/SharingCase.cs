using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Validation.Cases;

/// <summary>M/G/1 with processor sharing: one node with one CPU, and as many instances as there are invocations. The mean time in the system depends on the mean service time alone.</summary>
internal sealed class SharingCase(string law, Law service) : IValidationCase
{
    private const double Rate = 0.7;
    private const int Replications = 40;
    private const double InvocationsEach = 30_000;

    public string Name => $"M/G/1 processor sharing, {law}, load 0.7";

    public static IEnumerable<IValidationCase> All() => QueueCases.Laws(1).Select(l => new SharingCase(l.Name, l.Law));

    public CaseOutcome Run(double scale, int workers, long seed)
    {
        var seconds = InvocationsEach * scale / Rate;
        var plan = new RunPlan { Seconds = seconds, WarmUp = seconds / 10, Replications = Replications, Workers = workers, Seed = seed };
        var model = new ClusterModel
        {
            Nodes = [new NodeModel("node", 1, double.PositiveInfinity)],
            Functions = [new SimulatedFunction(new FunctionModel { Service = service }, RenewalWorkload.Poisson(Rate))],
        };
        var result = ClusterSimulation.Run(model, _ => new ClusterPolicies(WindowsKeepAlive.Forever, new SpreadPlacement()), plan);
        var mean = service.Mean / (1 - Rate * service.Mean);
        return new CaseOutcome(
        [
            ValidationRow.Of(Name, "mean time", "E[S] / (1 - load), insensitive (Kleinrock 1976, section 4.4)", result.Estimate(Figures.MeanLatency), mean),
            ValidationRow.Of(Name, "in the system", "load / (1 - load)", result.Estimate(Figures.InSystem), Rate * mean),
            ValidationRow.Of(Name, "P(nobody)", "1 - load", result.Estimate(t => t.Occupancy[0] / t.Seconds), 1 - Rate * service.Mean),
        ],
        result);
    }
}
