namespace EvalFaaS.Architecture.Tests;

public sealed class LayeringTests
{
    /// <summary>The layers from the lowest; projects of one line do not know each other.</summary>
    private static readonly string[][] Layers =
    [
        ["EvalFaaS.Model"],
        ["EvalFaaS.Policies"],
        ["EvalFaaS.Engines"],
        ["EvalFaaS.Engines.Wasmtime", "EvalFaaS.Engines.WasmEdge"],
        ["EvalFaaS.Engines.Worker"],
        ["EvalFaaS.Execution"],
        ["EvalFaaS.Events", "EvalFaaS.Security"],
        ["EvalFaaS.Mesh", "EvalFaaS.Edge"],
        ["EvalFaaS.Node", "EvalFaaS.Operator", "EvalFaaS.Predictor"],
        ["EvalFaaS.Harness", "EvalFaaS.Simulator", "EvalFaaS.Notebooks"],
        ["EvalFaaS.Loop", "EvalFaaS.Studies"],
        ["EvalFaaS.Cli", "EvalFaaS.Benchmarks"],
    ];

    /// <summary>Who may name an engine: the programs and roots where everything is put together.</summary>
    private static readonly string[] CompositionRoots = ["EvalFaaS.Engines.Worker", "EvalFaaS.Node", "EvalFaaS.Harness", "EvalFaaS.Benchmarks"];

    public static TheoryData<string> Projects => [.. SourceTree.Projects.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_lower_layers(string project) =>
        Assert.All(SourceTree.References(project), reference => Assert.True(
            Layer(reference) < Layer(project), $"{project} refers to {reference}, which is not below it."));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_composition_roots_refer_to_an_engine(string project)
    {
        var engines = SourceTree.References(project).Where(r => Layers[3].Contains(r) || r == "EvalFaaS.Engines.Worker");
        if (!CompositionRoots.Contains(project)) Assert.Empty(engines);
    }

    [Fact]
    public void Policies_refer_to_the_model_alone() => Assert.Equal(["EvalFaaS.Model"], SourceTree.References("EvalFaaS.Policies"));

    /// <summary>The same policies run in the node and in the simulator, so nothing in them may look at the world.</summary>
    [Fact]
    public void Policies_know_no_clock_no_chance_no_files_and_no_locks()
    {
        var words = new[] { "TimeProvider", "Stopwatch", "DateTimeOffset.", "Environment.", "Random random", "new Random(", "Monotonic", "System.IO", "File.", "Console.", "lock (", "Interlocked", "Thread", "Task" };
        var wrong = SourceTree.SourceFiles()
            .Where(f => f.Contains("/EvalFaaS.Policies/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && words.Any(w => line.Contains(w, StringComparison.Ordinal))).Select(line => $"{Path.GetFileName(f)}: {line.Trim()}"))
            // Second 0 of the executor's clock, where nothing else is said.
            .Where(line => !line.EndsWith("= DateTimeOffset.UnixEpoch;", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    /// <summary>It runs the decisions of the system, not the system.</summary>
    [Fact]
    public void The_simulator_knows_the_words_the_policies_and_the_traces_alone() =>
        Assert.Subset(new HashSet<string> { "EvalFaaS.Model", "EvalFaaS.Policies", "EvalFaaS.Predictor" }, SourceTree.References("EvalFaaS.Simulator").ToHashSet());

    [Fact]
    public void Execution_and_the_engine_seam_name_no_engine()
    {
        var words = new[] { "Wasmtime", "WasmEdge", "wasmtime", "wasmedge" };
        // Comments may say what an engine does; code may not depend on which one it is.
        var naming = SourceTree.SourceFiles()
            .Where(f => f.Contains("/EvalFaaS.Engines/", StringComparison.Ordinal) || f.Contains("/EvalFaaS.Execution/", StringComparison.Ordinal) || f.Contains("/EvalFaaS.Model/", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && words.Any(w => line.Contains(w, StringComparison.Ordinal))))
            .Select(f => Path.GetRelativePath(SourceTree.Root, f));
        Assert.Empty(naming);
    }

    private static int Layer(string project)
    {
        var layer = Array.FindIndex(Layers, l => l.Contains(project));
        return layer >= 0 ? layer : throw new Xunit.Sdk.XunitException($"{project} has no layer: add it to the list, and to docs/architecture.md.");
    }
}
