using System.CommandLine;
using EvalFaaS.Cli.Loops;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Loop.Optimising;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas optimize</c>: settings of a function from its own history.</summary>
internal static class OptimizeCommand
{
    private static readonly NodeAccess Node = new();
    private static readonly Option<string?> Trace = new("--trace") { Description = "A folder of an Azure 2019 trace instead of a node; NAME is then the beginning of a function's hash.", HelpName = "DIR" };
    private static readonly Option<string> Window = new("--for") { Description = "How far back the node is asked.", DefaultValueFactory = _ => "1h", HelpName = "TIME" };
    private static readonly Option<string?> Latency = new("--latency") { Description = "The cheapest settings with at most this 95th percentile. Default: what is best for cost and latency at once.", HelpName = "TIME" };
    private static readonly Option<string> Prices = new("--prices") { Description = "A price sheet of scenarios/prices, or a file.", DefaultValueFactory = _ => Loops.Prices.Default, HelpName = "NAME" };
    private static readonly Option<string> ColdStart = new("--cold-start") { Description = "With --trace: what loading the code takes.", DefaultValueFactory = _ => "250ms", HelpName = "TIME" };
    private static readonly Option<string> Instance = new("--instance-start") { Description = "With --trace: what a fresh instance takes.", DefaultValueFactory = _ => "50us", HelpName = "TIME" };
    private static readonly Option<string> Code = new("--code") { Description = "With --trace: memory of the loaded code.", DefaultValueFactory = _ => "1MiB", HelpName = "SIZE" };
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "With --trace: seed of moments and durations. Default: 1.");
    private static readonly Option<string?> Chart = new("--chart") { Description = "Draw the front into a file, .svg or .png.", HelpName = "FILE" };

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = Node.Command("optimize", "Recommend memory limit, pool, keep-alive and reuse of a function from its own history.", takesName: true,
            Trace, Window, Latency, Prices, ColdStart, Instance, Code, Seed, Chart, json);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var sheet = Loops.Prices.Read(parsed.GetValue(Prices)!);
        var latency = parsed.GetValue(Latency) is { } wanted ? Quantities.Duration(wanted).TotalSeconds : (double?)null;
        var (name, history) = await HistoryAsync(parsed, cancellation);
        var found = SettingsOptimiser.Recommend(history, new MemoryPrice(sheet.PerMillionRequests, sheet.PerGbSecond), latency);
        if (parsed.GetValue(Chart) is { } chart) FrontChart.Write(found, name, sheet.Currency, chart);
        if (json) Output.WriteJson(OptimiseText.Machine(name, history, found, sheet));
        else OptimiseText.Write(name, history, found, sheet);
        return found.MeetsLatency ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<(string Name, FunctionHistory History)> HistoryAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Trace) is { } folder)
        {
            var text = Node.Name(parsed);
            return (text, TraceHistory.Read(folder, text, Quantities.Duration(parsed.GetValue(ColdStart)!).TotalSeconds, Quantities.Duration(parsed.GetValue(Instance)!).TotalSeconds,
                Quantities.Bytes(parsed.GetValue(Code)!) / (double)(1 << 20), parsed.GetValue(Seed) ?? 1));
        }

        var function = Node.Function(parsed);
        using var node = Node.Client(parsed);
        return (function.ToString(), await NodeHistory.ReadAsync(node, function, Quantities.Duration(parsed.GetValue(Window)!), cancellation));
    }
}
