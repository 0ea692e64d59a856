using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary>Suites as the command line names them.</summary>
internal static class Suites
{
    private const string StudiesFolder = "studies";

    /// <summary>Whether a suite's file is that of a study: computed, not measured.</summary>
    public static bool IsStudy(string path) => File.ReadLines(path).Any(line => line.StartsWith("study:", StringComparison.Ordinal));

    /// <summary>Reads a suite by its name, or from the file named; its functions are those of the library.</summary>
    public static Suite Read(string name, FunctionLibrary library) => SuiteFile.Read(Find(name), LibraryVocabulary.Of(library));

    /// <summary>The file of a suite's name, or the file named.</summary>
    public static string Find(string name)
    {
        if (File.Exists(name)) return name;
        var folder = Path.Combine(Repository.Root(), "scenarios", "suites");
        var path = Path.Combine(folder, name + ".yaml");
        if (File.Exists(path)) return path;
        var study = Path.Combine(folder, StudiesFolder, name + ".yaml");
        if (File.Exists(study)) return study;
        var names = Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateFiles(Path.Combine(folder, StudiesFolder), "*.yaml")).Select(f => Path.GetFileNameWithoutExtension(f)).Order().ToArray();
        throw new UsageException($"There is no suite '{name}'.{NearestName.Suggestion(name, names)} There are: {string.Join(", ", names)}.");
    }
}
