using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies;

/// <summary>Questions that are answered by computation. What it computes are sheets of raw data; the report is made of these alone.</summary>
internal interface IStudy
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What it computes.</summary>
    IReadOnlyList<SheetForm> Sheets { get; }

    /// <summary>Computes it.</summary>
    /// <param name="task">What, and of what.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The sheets, in the order of <see cref="Sheets"/>.</returns>
    IReadOnlyList<Sheet> Run(StudyTask task, IProgress<RunProgress> progress, CancellationToken cancellation);

    /// <summary>The answer in sentences: what stands at the top of the report.</summary>
    IEnumerable<IReadOnlyList<Inline>> Answer(StudyData data);

    /// <summary>The report's parts below the questions.</summary>
    IEnumerable<Block> Report(StudyData data);
}

/// <summary>What a study is to compute.</summary>
/// <param name="Suite">What is asked.</param>
/// <param name="Traces">The folder of published traces.</param>
internal sealed record StudyTask(StudySuite Suite, string Traces)
{
    private readonly List<(string Name, string Path)> _inputs = [];
    private readonly List<string> _warnings = [];

    /// <summary>Files that were read.</summary>
    public IReadOnlyList<(string Name, string Path)> Inputs => _inputs;

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Notes a file that is read.</summary>
    public string Input(string name)
    {
        var path = Path.Combine(Traces, name);
        if (File.Exists(path)) _inputs.Add((name, path));
        return path;
    }

    /// <summary>Notes what a reader must know.</summary>
    public void Warn(string sentence) => _warnings.Add(sentence);
}

/// <summary>What a study computed.</summary>
/// <param name="Record">How.</param>
/// <param name="Sheets">The raw data, by file.</param>
internal sealed record StudyData(StudyRecord Record, IReadOnlyDictionary<string, Sheet> Sheets);
