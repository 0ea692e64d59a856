using System.Diagnostics;
using System.Xml.Linq;

namespace EvalFaaS.Cli.Testing;

/// <summary>What a run of the tests came to.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests skipped, each with its reason.</param>
/// <param name="Ok">Whether every test project ran to its end, at least one test ran and none failed.</param>
internal sealed record TestTally(int Passed, int Failed, IReadOnlyList<string> Skipped, bool Ok);

/// <summary>Runs the built test projects one after the other, so that none of them disturbs another's processes, and counts from their own reports (TRX).</summary>
internal static class TestRun
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static async Task<TestTally> RunAsync(string root, string? filter, CancellationToken cancellation)
    {
        var reports = Directory.CreateTempSubdirectory("evalfaas-tests-").FullName;
        try
        {
            var ended = true;
            var projects = Directory.EnumerateDirectories(Path.Combine(root, "tests"), "*.Tests").Order(StringComparer.Ordinal).ToArray();
            foreach (var project in projects)
            {
                var name = Path.GetFileName(project);
                Console.WriteLine($"== {name}");
                ended &= await RunProjectAsync(Path.Combine(project, "bin", "Release", "net10.0", name + ".dll"), project, Path.Combine(reports, name), filter, cancellation);
            }

            return Count(reports, projects.Length, ended, filtered: filter is not null);
        }
        finally
        {
            Directory.Delete(reports, recursive: true);
        }
    }

    private static async Task<bool> RunProjectAsync(string program, string folder, string reports, string? filter, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder };
        string[] chosen = filter is null ? [] : ["--filter-class", filter];
        foreach (var word in (string[])[program, "--no-progress", "--no-ansi", "--results-directory", reports, "--report-xunit-trx", .. chosen]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellation);
        // 2: a test failed, which the report counts; 8: no test matched the filter.
        return process.ExitCode is 0 or 2 || (process.ExitCode == 8 && filter is not null);
    }

    private static TestTally Count(string folder, int projects, bool ended, bool filtered)
    {
        int passed = 0, failed = 0;
        var skipped = new List<string>();
        var reports = Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories).ToArray();
        foreach (var result in reports.SelectMany(r => XDocument.Load(r).Descendants(Trx + "UnitTestResult")))
        {
            switch (result.Attribute("outcome")?.Value)
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped.Add($"{result.Attribute("testName")?.Value}: {result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim()}");
                    break;
                default:
                    failed++;
                    Console.WriteLine($"failed: {result.Attribute("testName")?.Value}");
                    break;
            }
        }

        return new TestTally(passed, failed, skipped, ended && failed == 0 && passed > 0 && (filtered || reports.Length == projects));
    }
}
