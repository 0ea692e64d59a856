using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Bundles;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using CompareOptions = EvalFaaS.Harness.Comparing.CompareOptions;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas rerun</c>: checks a bundle, and repeats its run on this machine with the bundled scenario, modules and seed.</summary>
internal static class RerunCommand
{
    public static Command Create()
    {
        var bundle = new Argument<string>("bundle") { Description = "An archive that `evalfaas bundle` wrote." };
        var output = new Option<string?>("--out") { Description = "A new folder: original/ is what was bundled, rerun/ the new result. Default: results/reruns/TIMESTAMP.", HelpName = "DIR" };
        var only = new Option<bool>("--verify") { Description = "Only unpack it, and check digests and the report's numbers." };
        var command = new Command("rerun", "Repeat the run of a bundle on this machine, and compare the new result with the bundled one. Exit code as of compare: 0 no worse, 1 worse or failed, 3 undecided.") { bundle, output, only, CommonOptions.Yes() };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(bundle)!, parsed.GetValue(output), parsed.GetValue(only), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? output, bool only, CancellationToken cancellation)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var folder = Path.GetFullPath(output ?? Path.Combine(Repository.Root(), "results", "reruns", stamp));
        var bundle = Bundle.Unpack(path, Path.Combine(folder, "original"));
        var verification = ReportVerifier.Verify(bundle.Result);
        foreach (var difference in verification.Differences) await Console.Error.WriteLineAsync($"evalfaas: {difference}");
        if (!verification.Ok) return ExitCode.Failed;
        Console.WriteLine($"The bundle is whole: {bundle.Manifest.Files.Count} digests are right, {verification.Figures} printed numbers follow from the raw data. Original: {bundle.Result}");
        if (only) return ExitCode.Done;

        var library = FunctionLibrary.Open(bundle.Functions);
        var suite = Suites.Read(bundle.Suite, library).InForm(bundle.Manifest.Form);
        var options = new RunOptions
        {
            Functions = library.Root,
            Output = Path.Combine(folder, "rerun"),
            Targets = [.. bundle.Manifest.Targets],
            Seed = bundle.Manifest.Seed,
            FewBlocks = suite.Form == SuiteForm.Smoke.Name,
            Traces = TraceFolder.Of(Repository.Root()),
            Program = Repository.Program(),
            Command = $"./evalfaas rerun {Path.GetFileName(path)}",
        };
        var ended = await Measuring.RunAsync(suite, options, cancellation);
        Console.WriteLine();
        // Where a target gave nothing, that is the run's outcome; the others are compared all the same.
        var compared = CompareCommand.Run(bundle.Result, options.Output, new CompareOptions(), json: false);
        return ended == ExitCode.Done ? compared : ended;
    }
}
