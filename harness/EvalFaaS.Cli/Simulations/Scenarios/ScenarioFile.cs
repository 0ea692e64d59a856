using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads scenarios of simulations. The format: docs/simulator.md and docs/schemas/simulation.schema.json.</summary>
internal static class ScenarioFile
{
    private const double BytesPerMiB = 1 << 20;

    /// <summary>Reads and validates a file.</summary>
    /// <exception cref="SuiteException">Something is wrong in it: all of it, each with line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SimulationScenario Read(string path, string? priceFolder) => Parse(File.ReadAllText(path), path, priceFolder);

    /// <summary>Reads and validates a text; <paramref name="path"/> is what messages call it, and beside which the files that it names lie.</summary>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static SimulationScenario Parse(string text, string path, string? priceFolder)
    {
        var problems = new YamlProblems(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var scenario = YamlDocumentReader.Read(text, problems, "a scenario", "functions") is { } root ? Read(root, folder, priceFolder, problems) : null;
        problems.ThrowIfAny();
        return scenario!;
    }

    private static SimulationScenario Read(YamlMap root, string folder, string? priceFolder, YamlProblems problems)
    {
        var name = root.RequiredText("name", "burst-on-two-nodes");
        root.Text("description");
        var prices = PriceSheets.Read(root, priceFolder, problems);
        if (prices.Length > 1) problems.Add(root.Find("prices")!, "a simulation counts by one price sheet.");
        var sheet = prices.FirstOrDefault();
        var functions = new FunctionReader(problems, folder, memory => BillingBy(sheet, memory)).Read(root);
        var cluster = new ClusterReader(problems).Read(root, functions);
        var scenario = new SimulationScenario
        {
            Name = name,
            Functions = functions,
            Cluster = cluster,
            Policies = new PolicySetReader(problems).Read(root, cluster is not null || root.Has("nodes")),
            Plan = ReadPlan(root, functions, problems),
            Prices = sheet,
        };
        root.RejectOthers();
        if (cluster is not null && functions.FirstOrDefault(f => f.Model.QueueLimit == 0) is { } impatient && scenario.Policies.Any(p => p is { Scaling: not null, Admission: null }))
            problems.Add(root.Find("policies")!, $"with 'scaling' calls wait for instances, and '{impatient.Model.Name}' lets none wait: give it a 'queue', or the policies an 'admission'.");
        return scenario;
    }

    private static RunPlan ReadPlan(YamlMap root, IReadOnlyList<SimulatedFunction> functions, YamlProblems problems)
    {
        var quantities = new QuantityReader(problems);
        var end = functions.Count == 0 ? 1 : functions.Max(f => f.Workload.End);
        if (!root.Has("duration") && double.IsPositiveInfinity(end)) problems.Add(root.Node, "'duration' is missing, for example duration: 8h; only traces end by themselves.");
        var warmUp = quantities.Seconds(root, "warm_up") ?? 0;
        var seconds = quantities.PositiveSeconds(root, "duration") ?? (double.IsFinite(end) ? Math.Max(1, end - warmUp) : 1);
        return new RunPlan { Seconds = seconds, WarmUp = warmUp, Replications = root.Integer("replications", 4, 1, 100_000), Seed = root.Integer("seed", 1, 0, int.MaxValue) };
    }

    private static Billing BillingBy(PriceSheet? sheet, double memoryMiB) => sheet is null ? default : new Billing(
        sheet.GranularityNs / 1e9, sheet.MinimumNs / 1e9, sheet.BilledBytes(memoryMiB * BytesPerMiB) / BytesPerMiB);
}
