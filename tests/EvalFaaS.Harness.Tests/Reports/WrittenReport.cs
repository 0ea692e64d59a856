using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>One synthetic result with its report, written once for a class of tests.</summary>
public sealed class WrittenReport : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WrittenReport()
    {
        new SyntheticRun(blocks: 6, requests: 150).Write(_folder.Path);
        Summary = ReportWriter.Write(_folder.Path);
    }

    public Summary Summary { get; }

    public string PathTo(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();

    /// <summary>A copy that a test may change.</summary>
    internal TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Copy(file, copy.File(Path.GetFileName(file)));
        if (Directory.Exists(_folder.File("histograms")))
        {
            Directory.CreateDirectory(copy.File("histograms"));
            foreach (var file in Directory.GetFiles(_folder.File("histograms"))) File.Copy(file, Path.Combine(copy.File("histograms"), Path.GetFileName(file)));
        }
        return copy;
    }
}
