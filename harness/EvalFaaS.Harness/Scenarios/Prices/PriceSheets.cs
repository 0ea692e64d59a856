using System.Collections.Immutable;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios.Prices;

/// <summary>The price sheets of a folder, as a suite names them.</summary>
internal static class PriceSheets
{
    /// <summary>The sheets that a suite names; what is wrong in one of them is a problem of the suite, at the name.</summary>
    public static ImmutableArray<PriceSheet> Read(YamlMap root, string? folder, YamlProblems problems) =>
        [.. root.Texts("prices").DistinctBy(p => p.Value).Select(p => Read(p.Value, p.Node, folder, problems)).OfType<PriceSheet>()];

    private static PriceSheet? Read(string name, YamlNode where, string? folder, YamlProblems problems)
    {
        string[] known = folder is not null && Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)] : [];
        if (!known.Contains(name))
        {
            problems.Add(where, $"unknown price sheet '{name}'.{NearestName.Suggestion(name, known)} scenarios/prices has {(known.Length == 0 ? "none" : string.Join(", ", known))}.");
            return null;
        }
        try
        {
            return PriceSheetFile.Read(Path.Combine(folder!, name + ".yaml"));
        }
        catch (SuiteException e)
        {
            foreach (var problem in e.Problems) problems.Add(where, $"price sheet {problem}");
            return null;
        }
    }
}
