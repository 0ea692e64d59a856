using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Published;
using EvalFaaS.Studies;

namespace EvalFaaS.Cli.Commands;

/// <summary>Computes a study with its progress on the terminal, and writes the report.</summary>
internal static class StudyRun
{
    /// <summary>Computes it.</summary>
    /// <param name="file">The suite's file.</param>
    /// <param name="name">As it was named.</param>
    /// <param name="output">The result's folder, or null.</param>
    /// <param name="seed">Another seed than the suite's, or null.</param>
    /// <param name="form">Quick, smoke or empty.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<int> RunAsync(string file, string name, string? output, int? seed, string form, CancellationToken cancellation)
    {
        var suite = StudySuiteFile.Read(file, form);
        if (seed is { } other) suite = suite with { Seed = other };
        var folder = RunCommand.ResultFolder(output, suite.Name);
        var traces = TraceFolder.Of(Repository.Root());
        if (suite.Trace.Length > 0 && !Directory.Exists(Path.Combine(traces, suite.Trace)))
            throw new UsageException($"{name} needs the trace {suite.Trace}, and {Path.Combine(traces, suite.Trace)} is not there: set {TraceFolder.Variable} to the folder of traces.");
        var command = $"./evalfaas run {name}{(seed is null ? "" : $" --seed {seed}")}{(form.Length > 0 ? $" --{form}" : "")}";
        var answer = await ProgressLine.ShowAsync(suite.Name, progress => Task.Run(() => StudyRunner.Run(suite, traces, folder, command, TimeProvider.System, progress, cancellation), cancellation), "steps");
        foreach (var sentence in answer) Console.WriteLine(sentence);
        Console.WriteLine($"Report: {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, "report.html"))}");
        return ExitCode.Done;
    }
}
