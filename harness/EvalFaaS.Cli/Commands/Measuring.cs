using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Cli.Commands;

/// <summary>Measures a suite with its progress on the terminal, and writes the report.</summary>
internal static class Measuring
{
    /// <summary>Measures it; the exit code says whether each target had a right answer.</summary>
    public static async Task<int> RunAsync(Suite suite, RunOptions options, CancellationToken cancellation)
    {
        var result = await ProgressLine.ShowAsync(suite.Name, progress => new SuiteRunner(TimeProvider.System).RunAsync(suite, options, progress, cancellation));
        var report = ReportWriter.Write(options.Output);
        foreach (var line in report.Answer) Console.WriteLine(line);
        Console.WriteLine($"Report: {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(options.Output, "report.html"))}");
        if (result.TargetsWithoutSuccess.Count == 0) return ExitCode.Done;
        await Console.Error.WriteLineAsync($"evalfaas: not one right answer from: {string.Join(", ", result.TargetsWithoutSuccess)}. The report's warnings say why.");
        return ExitCode.Failed;
    }
}
