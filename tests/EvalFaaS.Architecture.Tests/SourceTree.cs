using System.Xml.Linq;

namespace EvalFaaS.Architecture.Tests;

/// <summary>The checkout that these tests belong to.</summary>
internal static class SourceTree
{
    public static string Root => Checkout.Root;

    /// <summary>Project files of the product by project name.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = new[] { "runtime", "predictor", "harness" }
        .Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>Names of the projects that a project refers to.</summary>
    public static IEnumerable<string> References(string project) =>
        XDocument.Load(Projects[project]).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

    /// <summary>The product's own C# files.</summary>
    public static IEnumerable<string> SourceFiles() => Projects.Values
        .SelectMany(project => Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
}
