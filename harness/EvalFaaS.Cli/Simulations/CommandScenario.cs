using System.Globalization;
using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Cli.Simulations;

/// <summary>Scenarios that the options of the command describe by themselves.</summary>
internal static class CommandScenario
{
    private const double BytesPerMiB = 1 << 20;
    private const int ReplicationsOfTrace = 4, ReplicationsOfPoisson = 16;

    /// <summary>The functions of a trace, a folder or a file; of a folder from the minute on that is to be counted.</summary>
    public static SimulationScenario OfTrace(
        string path, double coldStart, int concurrency, Placement placement, IReadOnlyList<PolicySet> policies, TraceForecast forecast, int? replications, int seed)
    {
        var rest = new FunctionModel { ColdStart = ColdStart.Of(new ConstantLaw(coldStart)), Concurrency = concurrency };
        if (File.Exists(path) && (forecast.Model ?? (object?)forecast.FromMinute) is not null) throw new UsageException($"--model and --from-minute go with a folder of calls per minute, and {path} is a file of single calls.");
        var trace = File.Exists(path) ? null : TraceFolder.Read(path);
        var functions = trace is null ? TraceFunctions.Of(CallFile.Read(path), rest) : TraceFunctions.Of(trace, rest, placement);
        var seconds = functions.Max(f => f.Workload.End);
        var from = trace is null ? 0 : 60.0 * forecast.CountedFrom(trace);
        return new SimulationScenario
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{path}: {functions.Count} functions, {(seconds - from) / 60:0.#} minutes{(from > 0 ? $" from minute {from / 60:0} on" : "")}"),
            Functions = functions,
            Policies = policies,
            Forecast = trace is null ? null : forecast.Walk(trace),
            Plan = new RunPlan { Seconds = Math.Max(1, seconds - from), WarmUp = from, Replications = replications ?? ReplicationsOfTrace, Seed = seed },
        };
    }

    /// <summary>One function with Poisson arrivals and exponential service; the invocations are divided among the replications.</summary>
    public static SimulationScenario OfPoisson(double rate, double service, double coldStart, double invocations, IReadOnlyList<PolicySet> policies, int? replications, int seed)
    {
        var model = new FunctionModel { Service = new ExponentialLaw(service), ColdStart = ColdStart.Of(new ConstantLaw(coldStart)) };
        var count = replications ?? ReplicationsOfPoisson;
        var seconds = invocations / rate / count;
        return new SimulationScenario
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"one function, {rate} Poisson invocations a second, exponential service of {service} s"),
            Functions = [new SimulatedFunction(model, RenewalWorkload.Poisson(rate))],
            Policies = policies,
            // A steady state is looked at after a twentieth of the time.
            Plan = new RunPlan { Seconds = seconds * 0.95, WarmUp = seconds * 0.05, Replications = count, Seed = seed },
        };
    }

    /// <summary>The same on so many nodes alike, which the functions share.</summary>
    public static SimulationScenario On(SimulationScenario scenario, int nodes, int cpus, long memory, PolicySpec placement) => scenario with
    {
        Cluster = new ClusterModel { Nodes = [.. Enumerable.Range(1, nodes).Select(i => new NodeModel($"node-{i}", cpus, memory / BytesPerMiB))], Functions = scenario.Functions },
        Policies = [.. scenario.Policies.Select(p => p with { Placement = placement })],
    };

    /// <summary>A policy as written on the command line.</summary>
    /// <exception cref="UsageException">There is none of that name, or its options are wrong.</exception>
    public static PolicySpec Policy(string text, PolicyKind kind)
    {
        try
        {
            return PolicySpec.Parse(text, kind);
        }
        catch (PolicyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
