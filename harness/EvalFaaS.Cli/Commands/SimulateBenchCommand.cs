using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Benchmarking;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;
using static System.FormattableString;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas simulate bench</c>: how fast the simulator is, on one core and on all.</summary>
internal static class SimulateBenchCommand
{
    private const int Invocations = 20_000_000;

    // The median of several rounds, one core and all in turn: a machine that others share is not the same from second to second.
    private const int Rounds = 3;

    // Parts that a thread takes one after the other, so that the cores end together.
    private const int Parts = 4;
    private const string TraceName = "azure2019-250-8h";
    private const double UsualColdStart = 0.25;

    public static Command Create()
    {
        var invocations = CommonOptions.Number("--invocations", $"Invocations of each thread. Default: {Invocations}.");
        var json = CommonOptions.Json();
        var command = new Command("bench", "Measure how many invocations a second are simulated, on one core and on all.") { invocations, json };
        command.SetAction(parsed => Run(parsed.GetValue(invocations) ?? Invocations, parsed.GetValue(json)));
        return command;
    }

    private static int Run(int invocations, bool json)
    {
        if (invocations < 1) throw new UsageException($"--invocations must be at least 1, and {invocations} is not.");
        SimulatorBenchmark.Measure(1_000_000, 1, 1, TimeProvider.System);
        var speeds = Median(workers => SimulatorBenchmark.Measure(Math.Max(1, invocations / Parts), workers, Parts, TimeProvider.System));
        var functions = TraceFunctionsHere();
        var trace = functions is null ? null : Median(workers => SimulatorBenchmark.Measure(functions, workers, 1, TimeProvider.System));
        if (json)
        {
            Output.WriteJson(new
            {
                invocations_per_second = speeds.One.InvocationsPerSecond, invocations_per_second_all_cores = speeds.All.InvocationsPerSecond, cores = speeds.All.Workers, speedup = speeds.Speedup,
                trace_invocations_per_second = trace?.One.InvocationsPerSecond, trace_invocations_per_second_all_cores = trace?.All.InvocationsPerSecond, trace_speedup = trace?.Speedup, speeds.One, speeds.All, trace,
            });
        }
        else
        {
            Write("0.9 Poisson calls a second of one function", speeds);
            if (trace is not null) Write($"the {functions!.Count} functions of {TraceName}", trace);
            else Console.WriteLine($"{TraceName}: skipped, for it is neither in $EVALFAAS_TRACES nor in ../shared/traces.");
        }

        return ExitCode.Done;
    }

    private static void Write(string what, Speeds speeds)
    {
        Console.WriteLine(Invariant($"One core: {speeds.One.InvocationsPerSecond / 1e6:0.00} million invocations a second ({speeds.One.Invocations:n0} in {speeds.One.Seconds:0.0} s), {what}."));
        Console.WriteLine(Invariant($"{speeds.All.Workers} cores: {speeds.All.InvocationsPerSecond / 1e6:0.00} million a second, {speeds.Speedup:0.00} times one."));
    }

    private static IReadOnlyList<SimulatedFunction>? TraceFunctionsHere() =>
        CheckoutFolder.Find() is { } root && TraceFolder.Locate(root, TraceName) is { } folder ? TraceFunctions.Of(TraceFolder.Read(folder), ColdStart.Of(new ConstantLaw(UsualColdStart)), Placement.Poisson) : null;

    private static Speeds Median(Func<int, SimulatorSpeed> measure)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (One: measure(1), All: measure(Environment.ProcessorCount))).ToList();
        return new Speeds(Median(rounds.Select(r => r.One)), Median(rounds.Select(r => r.All)));
    }

    private static SimulatorSpeed Median(IEnumerable<SimulatorSpeed> speeds) => speeds.OrderBy(s => s.InvocationsPerSecond).ElementAt(Rounds / 2);

    private sealed record Speeds(SimulatorSpeed One, SimulatorSpeed All)
    {
        public double Speedup => All.InvocationsPerSecond / One.InvocationsPerSecond;
    }
}
