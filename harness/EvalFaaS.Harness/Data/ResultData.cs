using System.Text.Json;

namespace EvalFaaS.Harness.Data;

/// <summary>The raw data of a result folder, of this or any earlier version.</summary>
public sealed class ResultData
{
    // Read when they are asked for: what compares results needs none of them.
    private readonly Lazy<IReadOnlyList<StageRow>> _stages;
    private readonly Lazy<IReadOnlyList<ProbeRow>> _probes;
    private readonly Lazy<IReadOnlyList<ResourceRow>> _resources;

    private ResultData(string directory, RunEnvironment environment, IReadOnlyList<Trial> trials, SampleTable samples)
    {
        (FolderPath, Environment, Trials, Samples) = (directory, environment, trials, samples);
        Blocks = SideTables.Blocks.Read(directory);
        _stages = new(() => SideTables.Stages.Read(directory));
        _probes = new(() => SideTables.Probes.Read(directory));
        _resources = new(() => SideTables.Resources.Read(directory));
        Published = PublishedTable.Rows.Read(directory);
        Disturbed = Blocks.Where(b => b.Disturbed is not null).Select(b => b.Number).ToHashSet();
    }

    /// <summary>The folder.</summary>
    public string FolderPath { get; }

    /// <summary>Machine, targets, suite.</summary>
    public RunEnvironment Environment { get; }

    /// <summary>The trials, in the order in which they ran.</summary>
    public IReadOnlyList<Trial> Trials { get; }

    /// <summary>The samples.</summary>
    public SampleTable Samples { get; }

    /// <summary>The blocks; none in results from before they were kept.</summary>
    public IReadOnlyList<BlockRow> Blocks { get; }

    /// <summary>The stages of the trials; none in results from before they were kept.</summary>
    public IReadOnlyList<StageRow> Stages => _stages.Value;

    /// <summary>The looks at the machine; none in results from before they were kept.</summary>
    public IReadOnlyList<ProbeRow> Probes => _probes.Value;

    /// <summary>The looks at what targets hold under long loads; none in results from before they were kept.</summary>
    public IReadOnlyList<ResourceRow> Resources => _resources.Value;

    /// <summary>Published data that the suite names, recomputed when it was run; none where it names none or they were not there.</summary>
    public IReadOnlyList<PublishedRow> Published { get; }

    /// <summary>Numbers of the blocks during which the machine was disturbed: they enter no figure.</summary>
    public IReadOnlySet<int> Disturbed { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">A file is missing, was cut short or changed, or is from a later version; the message says which and where.</exception>
    public static ResultData Read(string directory)
    {
        foreach (var name in new[] { ResultFiles.Environment, ResultFiles.Trials, ResultFiles.Samples })
            if (!File.Exists(Path.Combine(directory, name)))
                throw new InvalidDataException($"{directory} is no complete result: it has no {name}. Where a run was ended early, what it wrote is still in the other files.");

        var environment = ReadEnvironment(directory);
        var trials = TrialTable.Rows.Read(directory);
        var samples = SampleTable.Read(Path.Combine(directory, ResultFiles.Samples));
        return new ResultData(directory, environment, trials, samples);
    }

    /// <summary>The histogram that stands for all samples of a thinned trial, or null where all samples were kept.</summary>
    internal IEnumerable<(long Ns, long Count)>? HistogramOf(Trial trial)
    {
        var name = ResultFiles.HistogramName(trial.Number);
        return Environment.Files.ContainsKey(name) ? LatencyHistogram.Read(Path.Combine(FolderPath, name)) : null;
    }

    /// <summary>The environment of a result alone.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged, or from a later version.</exception>
    public static RunEnvironment ReadEnvironment(string directory)
    {
        var path = Path.Combine(directory, ResultFiles.Environment);
        if (!File.Exists(path)) throw new InvalidDataException($"{directory} is no complete result: it has no {ResultFiles.Environment}.");
        try
        {
            var environment = JsonSerializer.Deserialize<RunEnvironment>(File.ReadAllBytes(path), ResultFiles.Json) ?? throw new JsonException("it holds null");
            if (environment.Schema > RunEnvironment.CurrentSchema)
                throw new InvalidDataException($"{path} has schema {environment.Schema}; this program knows up to {RunEnvironment.CurrentSchema}. Use the EvalFaaS that wrote it: {environment.Version}.");
            return environment;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}, line {error.LineNumber + 1}: {error.Message}", error);
        }
    }
}
