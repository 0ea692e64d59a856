using EvalFaaS.Harness.Running;
using EvalFaaS.Studies;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Simulator.Tests.Studies;

/// <summary>Each study in its smoke form, from the file to the verified report.</summary>
public sealed class StudyRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("study").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(StudySuiteFileTests.Suites), MemberType = typeof(StudySuiteFileTests))]
    public void A_study_works_in_its_smoke_form_and_its_report_follows_from_its_raw_data(string name)
    {
        Run(name);

        var verified = StudyReport.Verify(_folder);

        Assert.Empty(verified.Differences);
        Assert.True(verified.Figures > 20);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_folder, "charts"), "*.svg"));
    }

    [Fact]
    public void Changed_raw_data_and_a_changed_report_are_told_apart()
    {
        Run("simulator-validation");
        var (values, report) = (Path.Combine(_folder, "values.csv"), Path.Combine(_folder, "report.md"));
        File.WriteAllText(report, File.ReadAllText(report).Replace("All hold", "").Replace(" 43 ", " 44 ").Replace("simulated values lie", "simulated values lay"));
        Assert.All(StudyReport.Verify(_folder).Differences, d => Assert.Equal("report.md", d.File));

        StudyReport.Write(_folder);
        Assert.Empty(StudyReport.Verify(_folder).Differences);
        File.WriteAllText(values, File.ReadAllText(values).Replace("mean wait", "mean weight"));

        Assert.Contains(StudyReport.Verify(_folder).Differences, d => d.File == "values.csv");
    }

    [Fact]
    public void The_same_seed_gives_the_same_raw_data()
    {
        Run("simulator-validation");
        var first = File.ReadAllText(Path.Combine(_folder, "values.csv"));
        Run("simulator-validation");

        Assert.Equal(first, File.ReadAllText(Path.Combine(_folder, "values.csv")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Run(string name)
    {
        var suite = StudySuiteFile.Read(Checkout.PathTo("scenarios", "suites", "studies", name + ".yaml"), "smoke");
        if (suite.Trace.Length > 0 && Traces.Find(suite.Trace) is null) Assert.Skip($"The trace {suite.Trace} is not on this machine.");
        StudyRunner.Run(suite, Path.GetDirectoryName(Traces.Find("azure2019-250-8h") ?? _folder)!, _folder, "./evalfaas run", TimeProvider.System, SilentProgress.Instance, Stop);
    }
}
