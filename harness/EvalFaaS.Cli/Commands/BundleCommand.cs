using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Bundles;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas bundle</c>: packs a result with all that repeats it.</summary>
internal static class BundleCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "A result's folder." };
        var output = new Option<string?>("--out", "-o") { Description = "The archive. Default: SUITE-RUN.zip in the current folder.", HelpName = "FILE" };
        var suite = new Option<string?>("--suite") { Description = "The suite's file as it was run. Default: scenarios/suites/NAME.yaml.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command("bundle", "Pack scenario, modules, raw data, environment, seeds and report of a result into one archive.") { folder, output, suite, json };
        command.SetAction(parsed => Write(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(suite), parsed.GetValue(json)));
        return command;
    }

    private static int Write(string folder, string? output, string? suite, bool json)
    {
        var record = ResultData.ReadEnvironment(folder);
        var path = output ?? $"{record.Suite.Name}-{record.Run}.zip";
        var manifest = BundleWriter.Write(folder, suite ?? Suites.Find(record.Suite.Name), Repository.Functions(), path);
        if (json) Output.WriteJson(manifest);
        else Console.WriteLine($"Bundle: {path} ({manifest.Files.Count} files, {new FileInfo(path).Length / 1_000_000.0:0.0} MB). Repeat it with: ./evalfaas rerun {path}");
        return ExitCode.Done;
    }
}
