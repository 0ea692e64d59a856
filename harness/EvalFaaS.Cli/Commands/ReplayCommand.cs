using System.CommandLine;
using EvalFaaS.Cli.Loads;
using EvalFaaS.Cli.Loops;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.Replaying;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas replay</c>: a slice of a trace, sent to a target at its own times or faster.</summary>
internal static class ReplayCommand
{
    private const int MostFunctions = short.MaxValue;

    private static readonly Argument<string> Trace = new("trace") { Description = "A folder of an Azure 2019 trace, a node's arrivals.csv, a file of the Azure 2021 trace, or a CSV with times in seconds first." };
    private static readonly Option<string> Target = new("--target") { Description = "The kind of target: see `evalfaas targets`.", DefaultValueFactory = _ => "wasmtime", HelpName = "NAME" };
    private static readonly Option<string?> Url = new("--url") { Description = "Where a target of the kind http is; all functions of the trace are then this one.", HelpName = "URL" };
    private static readonly Option<string> Function = new("--function") { Description = "What all functions do: one of scenarios/functions.", DefaultValueFactory = _ => "hello", HelpName = "NAME" };
    private static readonly Option<string?> Policy = new("--policy") { Description = "The keep-alive policy of a node.", HelpName = "POLICY" };
    private static readonly Option<double> Speed = new("--speed") { Description = "How many times as fast it is sent as it was recorded.", DefaultValueFactory = _ => 1, HelpName = "X" };
    private static readonly Option<string?> From = new("--from") { Description = "Where in the trace the slice begins, for example 6h. Default: its begin.", HelpName = "TIME" };
    private static readonly Option<string?> Length = new("--for") { Description = "How long the slice is, in the trace's own time. Default: to its end.", HelpName = "TIME" };
    private static readonly Option<int?> Functions = CommonOptions.Number("--functions", "Only the functions that are called most in the slice. Default: 100.");
    private static readonly Option<string> Placement = TraceOptions.Placement();
    private static readonly Option<int?> Connections = CommonOptions.Number("--connections", "Connections to each address. Default: 16.");
    private static readonly Option<string> Wait = new("--timeout") { Description = "How long an answer may take.", DefaultValueFactory = _ => "10s", HelpName = "TIME" };
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "Seed of where in its minute a call lies. Default: 1.");
    private static readonly Option<string?> Out = new("--out") { Description = "A folder for load.json, latency.hgrm and samples.csv.", HelpName = "DIR" };

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("replay", "Send a slice of a trace to a target, open-loop.")
        {
            Trace, Target, Url, Function, Policy, Speed, From, Length, Functions, Placement, Connections, Wait, Seed, Out, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var name = parsed.GetValue(Target)!;
        var target = LoopTargets.Find(name, parsed.GetValue(Url), parsed.GetValue(Policy));
        var slice = SliceOf(parsed);
        var connections = AtLeastOne("--connections", parsed.GetValue(Connections) ?? 16);
        var timeout = Quantities.Duration(parsed.GetValue(Wait)!);
        var build = FunctionLibrary.Open(Repository.Functions()).Find(parsed.GetValue(Function)!);
        await using var fleet = await (json
            ? ProgressLine.HideAsync(p => Fleet.StartAsync(target, build, slice.Functions.Count, Repository.Program(), p, cancellation))
            : ProgressLine.ShowAsync("replay", p => Fleet.StartAsync(target, build, slice.Functions.Count, Repository.Program(), p, cancellation), "functions"));
        var result = await Replay.RunAsync(slice, fleet, connections, timeout, json ? null : LoadView.Choose(name).ShowAsync, cancellation);
        var told = ReplayText.Machine(name, parsed.GetValue(Trace)!, parsed.GetValue(Speed), slice, result);
        if (parsed.GetValue(Out) is { } folder)
        {
            ReplayFiles.Write(result, slice.Functions, name, fleet.Functions[0].Served!.State, folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "load.json"), Output.ToJson(told) + "\n", CancellationToken.None);
        }

        if (json) Output.WriteJson(told);
        else ReplayText.Write(name, slice, result);
        return result.Load.Failures.Count > 0 || result.Load.Behind is not null || result.Load.Ok == 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static Slice SliceOf(ParseResult parsed)
    {
        var speed = parsed.GetValue(Speed);
        if (!(speed > 0 && double.IsFinite(speed))) throw new UsageException($"--speed takes a number above 0, and {speed} is none.");
        var most = AtLeastOne("--functions", parsed.GetValue(Functions) ?? 100);
        if (most > MostFunctions) throw new UsageException($"--functions is at most {MostFunctions}, and {most} is more.");
        var whole = SliceReader.Read(parsed.GetValue(Trace)!, TraceOptions.PlacementOf(parsed.GetValue(Placement)!), parsed.GetValue(Seed) ?? 1);
        var from = parsed.GetValue(From) is { } begin ? Quantities.Duration(begin).TotalSeconds : 0;
        var length = parsed.GetValue(Length) is { } time ? Quantities.Duration(time).TotalSeconds : double.PositiveInfinity;
        var slice = whole.Between(from, length).Busiest(most).Faster(speed);
        return slice.Calls.Count > 0 ? slice
            : throw new UsageException(FormattableString.Invariant($"There is no call between {from:0.###} s and {from + length:0.###} s of this trace, which is {whole.Seconds:0.###} s long: choose another --from and --for."));
    }

    private static int AtLeastOne(string option, int value) => value >= 1 ? value : throw new UsageException($"{option} must be at least 1, and {value} is not.");
}
