using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Simulations;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas simulate</c>: policies over workloads at a scale that no machine here has.</summary>
internal static class SimulateCommands
{
    private static readonly Option<string?> Trace = new("--trace") { Description = "A folder with invocations.csv, durations.csv and memory.csv (Azure 2019).", HelpName = "DIR" };
    private static readonly Option<string[]> Policies = new("--policy") { Description = "A keep-alive policy, NAME or NAME:option=value,...; may be given again. Default: fixed.", HelpName = "POLICY" };
    private static readonly Option<string?> Invocations = new("--invocations") { Description = "Without --trace: how many Poisson invocations of one function, for example 1e9. Default: 1e7.", HelpName = "N" };
    private static readonly Option<string> Rate = new("--rate") { Description = "Without --trace: invocations a second.", DefaultValueFactory = _ => "0.9", HelpName = "R" };
    private static readonly Option<string> Service = new("--service") { Description = "Without --trace: the mean of the exponential service time.", DefaultValueFactory = _ => "2s", HelpName = "TIME" };
    private static readonly Option<string> ColdStart = new("--cold-start") { Description = "What a cold start takes.", DefaultValueFactory = _ => "250ms", HelpName = "TIME" };
    private static readonly Option<string> Placement = new("--placement") { Description = "Where in its minute a call of the trace lies: poisson or equidistant.", DefaultValueFactory = _ => "poisson", HelpName = "HOW" };
    private static readonly Option<int?> Nodes = CommonOptions.Number("--nodes", "Nodes that the functions share. Default: each function finds all the room it wants.");
    private static readonly Option<int?> Cpus = CommonOptions.Number("--cpus", "CPUs of each node. Default: 4.");
    private static readonly Option<string> Memory = new("--memory") { Description = "Memory of each node.", DefaultValueFactory = _ => "16GiB", HelpName = "SIZE" };
    private static readonly Option<string> Place = new("--place") { Description = "The placement policy.", DefaultValueFactory = _ => "spread", HelpName = "POLICY" };
    private static readonly Option<int?> Replications = CommonOptions.Number("--replications", "Independent replications. Default: 4 of a trace, 16 without.");
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "The seed. Default: 1.");

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("simulate", "Simulate functions under the runtime's own policies.")
        {
            Trace, Policies, Invocations, Rate, Service, ColdStart, Placement, Nodes, Cpus, Memory, Place, Replications, Seed, json,
        };
        command.Add(SimulateValidateCommand.Create());
        command.Add(SimulateBenchCommand.Create());
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var trace = parsed.GetValue(Trace);
        if (trace is not null && parsed.GetValue(Invocations) is not null) throw new UsageException("--trace brings its own invocations; --invocations goes without it.");
        var coldStart = Quantities.Duration(parsed.GetValue(ColdStart)!).TotalSeconds;
        var subject = trace is not null
            ? SimulationSubject.OfTrace(trace, coldStart, PlacementOf(parsed.GetValue(Placement)!))
            : SimulationSubject.OfPoisson(Number("--rate", parsed.GetValue(Rate)!), Quantities.Duration(parsed.GetValue(Service)!).TotalSeconds, coldStart, Number("--invocations", parsed.GetValue(Invocations) ?? "1e7"));
        var replications = parsed.GetValue(Replications) ?? subject.Replications;
        if (replications < 1) throw new UsageException($"--replications must be at least 1, and {replications} is not.");
        var policies = parsed.GetValue(Policies) is { Length: > 0 } given ? given : ["fixed"];
        var runs = await PolicySimulations.RunAsync(subject, NodesOf(parsed), policies, replications, parsed.GetValue(Seed) ?? 1, cancellation);
        if (json) Output.WriteJson(SimulationText.Machine(subject, runs));
        else SimulationText.Write(subject, runs);
        return ExitCode.Done;
    }

    private static SharedNodes? NodesOf(ParseResult parsed)
    {
        if (parsed.GetValue(Nodes) is not { } nodes) return null;
        var cpus = parsed.GetValue(Cpus) ?? 4;
        if (nodes < 1 || cpus < 1) throw new UsageException($"--nodes and --cpus must be at least 1, and {Math.Min(nodes, cpus)} is not.");
        return SharedNodes.Of(nodes, cpus, Quantities.Bytes(parsed.GetValue(Memory)!), parsed.GetValue(Place)!);
    }

    private static Simulator.Workloads.Placement PlacementOf(string word) => word switch
    {
        "poisson" => Simulator.Workloads.Placement.Poisson,
        "equidistant" => Simulator.Workloads.Placement.Equidistant,
        _ => throw new UsageException($"--placement is poisson or equidistant, and '{word}' is neither."),
    };

    private static double Number(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) ? number
            : throw new UsageException($"{option} takes a number above 0, for example 1e6, and '{text}' is none.");
}
