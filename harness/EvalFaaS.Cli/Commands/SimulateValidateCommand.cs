using System.CommandLine;
using EvalFaaS.Cli.Simulations;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Running;
using EvalFaaS.Simulator.Validation;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas simulate validate</c>: the simulator against what is known exactly. Fails where one value lies too far off.</summary>
internal static class SimulateValidateCommand
{
    public static Command Create()
    {
        var seed = CommonOptions.Number("--seed", "The seed. Default: 1.");
        var json = CommonOptions.Json();
        var command = new Command("validate", "Check the simulator against exact results of queueing theory and measured cold starts.") { seed, json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(seed) ?? 1, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int seed, bool json, CancellationToken cancellation)
    {
        var options = new ValidationOptions { Seed = seed, SimFaasTable = SimFaasTable.Find() };
        var total = ValidationSuite.Cases.Count + 1;
        var report = await ProgressLine.ShowAsync("simulate validate", progress => Task.Run(
            () => ValidationSuite.Run(options, (done, name) => progress.Report(new RunProgress(done, total, name)), cancellation), cancellation));
        if (json) Output.WriteJson(ValidationText.Machine(report));
        else ValidationText.Write(report);
        return report.Passed ? ExitCode.Done : ExitCode.Failed;
    }
}
