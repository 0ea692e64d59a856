using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Simulations;
using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas simulate</c>: policies over workloads at a scale that no machine here has.</summary>
internal static class SimulateCommands
{
    private static readonly Argument<string?> Scenario = new("scenario") { Description = "A scenario's name (scenarios/simulations/NAME.yaml) or a file; it says everything else. Without one the options do.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Trace = new("--trace") { Description = "A folder with invocations.csv, durations.csv and memory.csv (Azure 2019), or a file of single calls: a node's recording (arrivals.csv), Azure 2021, or times in seconds.", HelpName = "PATH" };
    private static readonly Option<string[]> Policies = new("--policy") { Description = "A keep-alive policy, NAME or NAME:option=value,...; may be given again. Default: fixed.", HelpName = "POLICY" };
    private static readonly Option<string?> Invocations = new("--invocations") { Description = "Without --trace: how many Poisson invocations of one function, for example 1e9. Default: 1e7.", HelpName = "N" };
    private static readonly Option<string> Rate = new("--rate") { Description = "Without --trace: invocations a second.", DefaultValueFactory = _ => "0.9", HelpName = "R" };
    private static readonly Option<string> Service = new("--service") { Description = "Without --trace: the mean of the exponential service time.", DefaultValueFactory = _ => "2s", HelpName = "TIME" };
    private static readonly Option<string> ColdStart = new("--cold-start") { Description = "What a cold start takes.", DefaultValueFactory = _ => "250ms", HelpName = "TIME" };
    private static readonly Option<string> Placement = TraceOptions.Placement();
    private static readonly Option<string> Concurrency = new("--concurrency") { Description = "With --trace: invocations that an instance takes at a time; unlimited where what is kept is loaded code.", DefaultValueFactory = _ => "1", HelpName = "N" };
    private static readonly Option<string?> Model = new("--model") { Description = "With --trace: the predictor's model that forecast policies go by (predict train). Default: its gate among plain forecasters alone.", HelpName = "FILE" };
    private static readonly Option<int?> FromMinute = CommonOptions.Number("--from-minute", "With --trace: the first minute that is counted; those before are run, and learnt from. Default: where the model's training ended, else 0.");
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
            Scenario, Trace, Policies, Invocations, Rate, Service, ColdStart, Placement, Concurrency, Model, FromMinute, Nodes, Cpus, Memory, Place, Replications, Seed, json,
        };
        command.Add(SimulateValidateCommand.Create());
        command.Add(SimulateBenchCommand.Create());
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var scenario = parsed.GetValue(Scenario) is { } file ? FromFile(parsed, file) : FromOptions(parsed);
        var runs = await PolicySimulations.RunAsync(scenario, cancellation);
        if (json) Output.WriteJson(SimulationText.Machine(scenario, runs));
        else SimulationText.Write(scenario, runs);
        return ExitCode.Done;
    }

    private static SimulationScenario FromFile(ParseResult parsed, string name)
    {
        Option[] others = [Trace, Policies, Invocations, Rate, Service, ColdStart, Placement, Concurrency, Model, FromMinute, Nodes, Cpus, Memory, Place];
        if (others.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other) throw new UsageException($"The scenario says it all: {other.Name} goes without one. Only --seed and --replications are taken with it.");
        if (parsed.GetValue(Replications) is < 1 and var few) throw new UsageException($"--replications must be at least 1, and {few} is not.");
        var scenario = ScenarioFile.Read(PathOf(name), CheckoutFolder.Find() is { } root ? Path.Combine(root, "scenarios", "prices") : null);
        return scenario with { Plan = scenario.Plan with { Replications = parsed.GetValue(Replications) ?? scenario.Plan.Replications, Seed = parsed.GetValue(Seed) ?? scenario.Plan.Seed } };
    }

    private static string PathOf(string name)
    {
        if (name.EndsWith(".yaml", StringComparison.Ordinal) || File.Exists(name)) return name;
        var folder = Path.Combine(Repository.Root(), "scenarios", "simulations");
        string[] known = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)] : [];
        return known.Contains(name) ? Path.Combine(folder, name + ".yaml")
            : throw new UsageException($"There is no scenario '{name}'.{NearestName.Suggestion(name, known)} scenarios/simulations has {string.Join(", ", known)}; a file is named with its .yaml.");
    }

    private static SimulationScenario FromOptions(ParseResult parsed)
    {
        var trace = parsed.GetValue(Trace);
        if (trace is not null && parsed.GetValue(Invocations) is not null) throw new UsageException("--trace brings its own invocations; --invocations goes without it.");
        if (trace is null && (parsed.GetValue(Model) is not null || parsed.GetValue(FromMinute) is not null)) throw new UsageException("--model and --from-minute go with --trace.");
        var coldStart = Quantities.Duration(parsed.GetValue(ColdStart)!).TotalSeconds;
        // All policies are read before the first is run: a mistake in the last one must not cost the time of the others.
        PolicySet[] policies = [.. (parsed.GetValue(Policies) is { Length: > 0 } given ? given : ["fixed"]).Select(p => PolicySet.Of(CommandScenario.Policy(p, PolicyKind.KeepAlive)))];
        var (replications, seed) = (parsed.GetValue(Replications), parsed.GetValue(Seed) ?? 1);
        if (replications < 1) throw new UsageException($"--replications must be at least 1, and {replications} is not.");
        var scenario = trace is not null
            ? CommandScenario.OfTrace(trace, coldStart, ConcurrencyOf(parsed.GetValue(Concurrency)!), TraceOptions.PlacementOf(parsed.GetValue(Placement)!), policies, new TraceForecast(parsed.GetValue(Model), parsed.GetValue(FromMinute), policies.Any(p => p.NeedsForecast)), replications, seed)
            : CommandScenario.OfPoisson(
                Number("--rate", parsed.GetValue(Rate)!), Quantities.Duration(parsed.GetValue(Service)!).TotalSeconds, coldStart, Number("--invocations", parsed.GetValue(Invocations) ?? "1e7"), policies, replications, seed);
        return OnNodes(parsed, scenario);
    }

    private static SimulationScenario OnNodes(ParseResult parsed, SimulationScenario scenario)
    {
        if (parsed.GetValue(Nodes) is not { } nodes) return scenario;
        var cpus = parsed.GetValue(Cpus) ?? 4;
        if (nodes < 1 || cpus < 1) throw new UsageException($"--nodes and --cpus must be at least 1, and {Math.Min(nodes, cpus)} is not.");
        return CommandScenario.On(scenario, nodes, cpus, Quantities.Bytes(parsed.GetValue(Memory)!), CommandScenario.Policy(parsed.GetValue(Place)!, PolicyKind.Placement));
    }

    private static int ConcurrencyOf(string word) => word == "unlimited" ? Simulator.Models.FunctionModel.Unlimited
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new UsageException($"--concurrency is a whole number from 1 on or unlimited, and '{word}' is neither.");

    private static double Number(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) ? number
            : throw new UsageException($"{option} takes a number above 0, for example 1e6, and '{text}' is none.");
}
