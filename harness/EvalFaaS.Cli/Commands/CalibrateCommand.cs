using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Loops;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Loop.Calibrating;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas calibrate</c>: measures a node, fits the simulator to one run, and shows how well it predicts others.</summary>
internal static class CalibrateCommand
{
    private static readonly Argument<string> Target = new("target") { Description = "A node: wasmtime, wasmtime-worker, wasmedge or wasmedge-interp." };
    private static readonly Option<string> Function = new("--function") { Description = "What all functions do: one of scenarios/functions.", DefaultValueFactory = _ => "hello", HelpName = "NAME" };
    private static readonly Option<int?> Functions = CommonOptions.Number("--functions", "How many functions. Default: 120.");
    private static readonly Option<double> Rate = new("--rate") { Description = "Calls of all functions together, a second, in the run that is fitted.", DefaultValueFactory = _ => 40, HelpName = "R" };
    private static readonly Option<string> Policy = new("--policy") { Description = "The keep-alive policy of the run that is fitted.", DefaultValueFactory = _ => "fixed:window=2s", HelpName = "POLICY" };
    private static readonly Option<double> OtherRate = new("--predict-rate") { Description = "Calls a second in the runs that are predicted.", DefaultValueFactory = _ => 80, HelpName = "R" };
    private static readonly Option<string[]> OtherPolicies = new("--predict-policy") { Description = "A policy of a run that is predicted; may be given again. Default: the fitted one, fixed:window=6s and hybrid-histogram:bin=1s,range=60s.", HelpName = "POLICY" };
    private static readonly Option<string> Duration = new("--duration") { Description = "How long each run is.", DefaultValueFactory = _ => "60s", HelpName = "TIME" };
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "The seed. Default: 1.");
    private static readonly Option<string?> Out = new("--out") { Description = "The result's folder. Default: results/calibration/TIMESTAMP.", HelpName = "DIR" };

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("calibrate", "Fit the simulator to a measured run of a node, and show how well it predicts other runs.")
        {
            Target, Function, Functions, Rate, Policy, OtherRate, OtherPolicies, Duration, Seed, Out, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var target = parsed.GetValue(Target)!;
        LoopTargets.Find(target, null, parsed.GetValue(Policy));
        var plan = PlanOf(parsed);
        var build = FunctionLibrary.Open(Repository.Functions()).Find(parsed.GetValue(Function)!);
        var folder = Path.GetFullPath(parsed.GetValue(Out) ?? Path.Combine(Repository.Root(), "results", "calibration", TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)));
        Task<Calibration> Measure(IProgress<RunProgress> progress) => Calibration.RunAsync(plan, policy => LoopTargets.Keeping(target, policy), build, Repository.Program(), progress, cancellation);
        var calibration = await (json ? ProgressLine.HideAsync(Measure) : ProgressLine.ShowAsync("calibrate", Measure, "runs"));
        CalibrationFiles.Write(calibration, plan, target, build.Name, CommandOf(plan, target, build.Name), folder);
        if (json) Output.WriteJson(CalibrationText.Machine(calibration, target, folder));
        else
        {
            CalibrationText.Write(calibration);
            Console.WriteLine($"Report: {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, "report.html"))}");
        }

        return calibration.Holds ? ExitCode.Done : ExitCode.Failed;
    }

    private static CalibrationPlan PlanOf(ParseResult parsed)
    {
        var fitted = new Scenario(Positive("--rate", parsed.GetValue(Rate)), LoopTargets.Parse(parsed.GetValue(Policy)!));
        var rate = Positive("--predict-rate", parsed.GetValue(OtherRate));
        var policies = parsed.GetValue(OtherPolicies) is { Length: > 0 } given ? given : [fitted.Policy.Text, "fixed:window=6s", "hybrid-histogram:bin=1s,range=60s"];
        var functions = parsed.GetValue(Functions) ?? 120;
        if (functions is < 2 or > 1000) throw new UsageException($"--functions is 2 to 1000, and {functions} is not.");
        return new CalibrationPlan
        {
            Functions = functions, Seconds = Quantities.Duration(parsed.GetValue(Duration)!).TotalSeconds, Fitted = fitted,
            Predicted = [.. policies.Distinct().Select(p => new Scenario(rate, LoopTargets.Parse(p)))], Seed = parsed.GetValue(Seed) ?? 1,
        };
    }

    private static string CommandOf(CalibrationPlan plan, string target, string function) => string.Create(CultureInfo.InvariantCulture,
        $"./evalfaas calibrate {target} --function {function} --functions {plan.Functions} --rate {plan.Fitted.Rate} --policy {plan.Fitted.Policy.Text} --predict-rate {plan.Predicted[0].Rate}{string.Concat(plan.Predicted.Select(s => $" --predict-policy {s.Policy.Text}"))} --duration {plan.Seconds}s --seed {plan.Seed}");

    private static double Positive(string option, double value) => value > 0 && double.IsFinite(value) ? value : throw new UsageException($"{option} takes calls a second, above 0, and {value} is none.");
}
