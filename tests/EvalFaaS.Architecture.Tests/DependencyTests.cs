using System.Text.RegularExpressions;

namespace EvalFaaS.Architecture.Tests;

public sealed partial class DependencyTests
{
    /// <summary>The harness's folders in the order in which one may use another: each only those before it.</summary>
    private static readonly string[] Order =
        ["Statistics", "Load", "Scenarios", "Functions", "Data", "Published", "Processes", "NodeApi", "StandaloneLoad", "Targets", "Running", "Reports", "Comparing", "Bundles", "Exports"];

    [Fact]
    public void Folders_of_the_harness_use_only_those_before_them()
    {
        var wrong = SourceTree.SourceFiles()
            .Select(f => (File: f, Match: FolderOfHarness().Match(f)))
            .Where(x => x.Match.Success)
            .SelectMany(x => Uses(x.File).Select(used => (x.File, From: x.Match.Groups[1].Value, To: used)))
            .Where(x => Array.IndexOf(Order, x.To) > Array.IndexOf(Order, x.From))
            .Select(x => $"{Path.GetRelativePath(SourceTree.Root, x.File)} uses {x.To}");
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Uses(string file) => File.ReadLines(file).Select(line => Using().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    [GeneratedRegex("/EvalFaaS.Harness/([A-Za-z]+)/")]
    private static partial Regex FolderOfHarness();

    [GeneratedRegex(@"^using EvalFaaS\.Harness\.([A-Za-z]+)")]
    private static partial Regex Using();
}
