using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalFaaS.Harness.Data;

/// <summary>The names of the files of a result folder, and how its JSON is written.</summary>
public static class ResultFiles
{
    /// <summary>One row a request.</summary>
    public const string Samples = "samples.csv";

    /// <summary>One row a trial.</summary>
    public const string Trials = "trials.csv";

    /// <summary>One row a block.</summary>
    public const string Blocks = "blocks.csv";

    /// <summary>One row a stage of a trial.</summary>
    public const string Stages = "stages.csv";

    /// <summary>One row a look at the machine between trials.</summary>
    public const string Probes = "probes.csv";

    /// <summary>One row a look at what a target holds under a long load.</summary>
    public const string Resources = "resources.csv";

    /// <summary>One row a function and target of published data, where the suite names some.</summary>
    public const string Published = "published.csv";

    /// <summary>Machine, targets, suite, digests.</summary>
    public const string Environment = "environment.json";

    /// <summary>Every figure.</summary>
    public const string Summary = "summary.json";

    /// <summary>What each column means, for machines.</summary>
    public const string Dictionary = "datadictionary.json";

    /// <summary>The report.</summary>
    public const string Html = "report.html";

    /// <summary>The same report in Markdown.</summary>
    public const string Markdown = "report.md";

    /// <summary>The folder of histograms of trials of which only a part of the samples was kept.</summary>
    public const string Histograms = "histograms";

    /// <summary>The folder of the report's charts.</summary>
    public const string Charts = "charts";

    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    internal static string HistogramName(int trial) => $"{Histograms}/trial-{trial:0000}.hgrm";
}
