using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas run</c>: measures a suite and writes its report.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "A suite's name (scenarios/suites/NAME.yaml) or a file." };
        var output = new Option<string?>("--out") { Description = "The result's folder. Default: results/SUITE/TIMESTAMP.", HelpName = "DIR" };
        var targets = new Option<string?>("--targets") { Description = "Only these targets of the suite.", HelpName = "a,b" };
        var seed = CommonOptions.Number("--seed", "Another seed than the suite's.");
        var quick = new Option<bool>("--quick") { Description = "A first look in about two minutes: the fewest blocks that carry a comparison, short loads." };
        var smoke = new Option<bool>("--smoke") { Description = "Everything once, in seconds: shows that the suite works here, and says nothing about the targets." };
        var command = new Command("run", "Run a suite, and write its report.") { suite, output, targets, seed, quick, smoke, CommonOptions.Yes() };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(quick) && parsed.GetValue(smoke)) parsed.AddError("--quick and --smoke exclude each other.");
        });
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(suite)!, parsed.GetValue(output), parsed.GetValue(targets)?.Split(',', StringSplitOptions.RemoveEmptyEntries), parsed.GetValue(seed),
            parsed.GetValue(smoke) ? SuiteForm.Smoke.Name : parsed.GetValue(quick) ? SuiteForm.Quick.Name : "", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, string? output, string[]? targets, int? seed, string form, CancellationToken cancellation)
    {
        if (Suites.Find(name) is var file && Suites.IsStudy(file))
            return targets is null ? await StudyRun.RunAsync(file, name, output, seed, form, cancellation) : throw new UsageException($"{name} is computed and measures no targets: leave --targets out.");
        var library = FunctionLibrary.Open(Repository.Functions());
        var suite = Suites.Read(name, library);
        RequireTargets(suite, targets);
        suite = suite.InForm(form);
        var folder = ResultFolder(output, suite.Name);
        var options = new RunOptions
        {
            Functions = library.Root,
            Output = folder,
            Targets = targets,
            Seed = seed,
            FewBlocks = suite.Form == SuiteForm.Smoke.Name,
            Traces = TraceFolder.Of(Repository.Root()),
            Program = Repository.Program(),
            Command = $"./evalfaas run {name}{(targets is null ? "" : $" --targets {string.Join(',', targets)}")}{(seed is null ? "" : $" --seed {seed}")}{(suite.Form.Length > 0 ? $" --{suite.Form}" : "")}",
        };
        return await Measuring.RunAsync(suite, options, cancellation);
    }

    /// <summary>The folder of a result that begins now.</summary>
    internal static string ResultFolder(string? output, string suite) => Path.GetFullPath(output ?? Path.Combine(
        Repository.Root(), "results", suite, TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)));

    private static void RequireTargets(Suite suite, string[]? targets)
    {
        if (targets is []) throw new UsageException("--targets names no target.");
        if (targets?.Select(suite.WhyNoTarget).FirstOrDefault(why => why is not null) is { } problem) throw new UsageException(problem);
    }
}
