using System.Globalization;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Cli.Simulations;

/// <summary>What is simulated.</summary>
/// <param name="Name">In words.</param>
/// <param name="Functions">The functions.</param>
/// <param name="Seconds">Seconds of each replication, were there one.</param>
/// <param name="Replications">How many replications there are unless asked otherwise.</param>
/// <param name="Divided">Whether the time is divided among the replications, since the whole number of invocations is given.</param>
internal sealed record SimulationSubject(string Name, IReadOnlyList<SimulatedFunction> Functions, double Seconds, int Replications, bool Divided)
{
    /// <summary>Invocations of all replications, as far as they are known beforehand.</summary>
    public double ExpectedInvocations(int replications) => Functions.Sum(f => f.Workload.ExpectedUntil(SecondsEach(replications))) * replications;

    /// <summary>Seconds of each replication.</summary>
    public double SecondsEach(int replications) => Divided ? Seconds / replications : Seconds;

    /// <summary>The functions of a trace over its whole time.</summary>
    public static SimulationSubject OfTrace(string folder, double coldStart, Placement placement)
    {
        var trace = Predictor.Traces.TraceFolder.Read(folder);
        var functions = TraceFunctions.Of(trace, ColdStart.Of(new ConstantLaw(coldStart)), placement);
        return new SimulationSubject($"{folder}: {functions.Count} functions, {trace.Minutes} minutes", functions, 60.0 * trace.Minutes, 4, false);
    }

    /// <summary>One function with Poisson arrivals and exponential service.</summary>
    public static SimulationSubject OfPoisson(double rate, double service, double coldStart, double invocations)
    {
        var model = new FunctionModel { Service = new ExponentialLaw(service), ColdStart = ColdStart.Of(new ConstantLaw(coldStart)) };
        var name = string.Create(CultureInfo.InvariantCulture, $"one function, {rate} Poisson invocations a second, exponential service of {service} s");
        return new SimulationSubject(name, [new SimulatedFunction(model, RenewalWorkload.Poisson(rate))], invocations / rate, 16, true);
    }
}
