using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Simulator.Benchmarking;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas simulate bench</c>: how fast the simulator is, on one core and on all.</summary>
internal static class SimulateBenchCommand
{
    private const int Invocations = 20_000_000;

    // The median of several rounds, one core and all in turn: a machine that others share is not the same from second to second.
    private const int Rounds = 3;

    // Parts that a thread takes one after the other, so that the cores end together.
    private const int Parts = 4;

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
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (One: Measure(invocations, 1), All: Measure(invocations, Environment.ProcessorCount))).ToList();
        var (one, all) = (Median(rounds.Select(r => r.One)), Median(rounds.Select(r => r.All)));
        var speedup = all.InvocationsPerSecond / one.InvocationsPerSecond;
        if (json)
        {
            Output.WriteJson(new { invocations_per_second = one.InvocationsPerSecond, invocations_per_second_all_cores = all.InvocationsPerSecond, cores = all.Workers, speedup, one, all });
        }
        else
        {
            Console.WriteLine(Text($"One core: {one.InvocationsPerSecond / 1e6:0.00} million invocations a second ({one.Invocations:n0} in {one.Seconds:0.0} s)."));
            Console.WriteLine(Text($"{all.Workers} cores: {all.InvocationsPerSecond / 1e6:0.00} million a second, {speedup:0.00} times one."));
        }

        return ExitCode.Done;
    }

    private static SimulatorSpeed Measure(int invocations, int workers) => SimulatorBenchmark.Measure(Math.Max(1, invocations / Parts), workers, Parts, TimeProvider.System);

    private static SimulatorSpeed Median(IEnumerable<SimulatorSpeed> speeds) => speeds.OrderBy(s => s.InvocationsPerSecond).ElementAt(Rounds / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
