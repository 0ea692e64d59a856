using EvalFaaS.Cli.Commands;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Loops;

/// <summary>Price sheets as the command line names them: those of scenarios/prices, or a file.</summary>
internal static class Prices
{
    /// <summary>The sheet that is meant where none is named.</summary>
    public const string Default = "aws-lambda";

    public static PriceSheet Read(string name)
    {
        if (File.Exists(name)) return PriceSheetFile.Read(name);
        var folder = Path.Combine(Repository.Root(), "scenarios", "prices");
        var path = Path.Combine(folder, name + ".yaml");
        if (File.Exists(path)) return PriceSheetFile.Read(path);
        string[] names = [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
        throw new UsageException($"There is no price sheet '{name}'.{NearestName.Suggestion(name, names)} scenarios/prices has {string.Join(", ", names)}.");
    }
}
