using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary>Suites as the command line names them.</summary>
internal static class Suites
{
    /// <summary>Reads a suite by its name, or from the file named; its functions are those of the library.</summary>
    public static Suite Read(string name, FunctionLibrary library) => SuiteFile.Read(Find(name), new SuiteVocabulary(TargetCatalogue.Names, [.. library.Names]) { Prices = SuiteVocabulary.PricesBeside(library.Root) });

    /// <summary>The file of a suite's name, or the file named.</summary>
    public static string Find(string name)
    {
        if (File.Exists(name)) return name;
        var folder = Path.Combine(Repository.Root(), "scenarios", "suites");
        var path = Path.Combine(folder, name + ".yaml");
        if (File.Exists(path)) return path;
        var names = Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order().ToArray();
        throw new UsageException($"There is no suite '{name}'.{NearestName.Suggestion(name, names)} There are: {string.Join(", ", names)}.");
    }
}
