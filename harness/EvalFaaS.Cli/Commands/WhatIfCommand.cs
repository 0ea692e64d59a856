using System.CommandLine;
using EvalFaaS.Cli.Loops;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.WhatIf;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas whatif</c>: the last hour of a live node under other policies.</summary>
internal static class WhatIfCommand
{
    private static readonly NodeAccess Node = new();
    private static readonly Option<string[]> Policies = new("--policy") { Description = "A keep-alive policy, NAME or NAME:option=value,...; may be given again.", HelpName = "POLICY", Required = true };
    private static readonly Option<string> Window = new("--for") { Description = "How far back.", DefaultValueFactory = _ => "1h", HelpName = "TIME" };
    private static readonly Option<string> Prices = new("--prices") { Description = "A price sheet of scenarios/prices, or a file: what memory and requests cost.", DefaultValueFactory = _ => Loops.Prices.Default, HelpName = "NAME" };
    private static readonly Option<int?> Replications = CommonOptions.Number("--replications", "Independent replications. Default: 10.");
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "The seed. Default: 1.");

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = Node.Command("whatif", "Run the last hour of a live node again under other policies, in the simulator.", takesName: false, Policies, Window, Prices, Replications, Seed, json);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        // All are read before the node is asked: a mistake must not cost a wait.
        var others = parsed.GetValue(Policies)!.Select(LoopTargets.Parse).ToList();
        var prices = Loops.Prices.Read(parsed.GetValue(Prices)!);
        var replications = parsed.GetValue(Replications) ?? 10;
        if (replications < 1) throw new UsageException($"--replications must be at least 1, and {replications} is not.");
        using var node = Node.Client(parsed);
        var hour = await NodeHour.ReadAsync(node, Quantities.Duration(parsed.GetValue(Window)!), cancellation);
        var functions = RecordedFunctions.Of(hour.Recording, hour.Of);
        var figures = PolicyFigure.All(prices);
        var outcomes = others.Prepend(LoopTargets.Parse(hour.Policy)).Select(p => Run(functions, p, hour, replications, parsed.GetValue(Seed) ?? 1)).ToList();
        if (json) Output.WriteJson(WhatIfText.Machine(Node.Address(parsed), hour, figures, outcomes, prices.Name));
        else WhatIfText.Write(hour, figures, outcomes);
        return ExitCode.Done;
    }

    private static WhatIfOutcome Run(IReadOnlyList<Simulator.Models.SimulatedFunction> functions, PolicySpec policy, NodeHour hour, int replications, long seed)
    {
        try
        {
            return new WhatIfOutcome(policy.Text, WhatIfRun.Run(functions, policy, hour.Recording.Seconds, replications, seed));
        }
        catch (PolicyException wrong)
        {
            throw new UsageException($"{policy.Text}: {wrong.Message}");
        }
    }
}
