using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>To look at a trend's charts: EVALFAAS_TEST_SCREENSHOTS=FOLDER.</summary>
public sealed class TrendTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_change_that_the_intervals_exclude_is_marked_and_no_other()
    {
        Result("a", t => t);
        Result("b", t => t);
        Result("c", t => t is { Kind: MeasureKind.Throughput, Target: "wasmtime" } ? t with { Ok = t.Ok * 2, Issued = t.Issued * 2, CpuNs = t.CpuNs * 2 } : t);

        TrendWriter.Write([_folder.File("c"), _folder.File("a"), _folder.File("b")], _folder.File("trend"));

        var report = File.ReadAllText(_folder.File("trend/report.md"));
        Assert.Contains("| echo: requests a second | wasmtime (N4) | 2 | 3 | 2.00× |", report);
        Assert.Contains("Over 3 results 1 of ", report);
        Assert.Contains("1 changes are marked by rings.", report);
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_SCREENSHOTS") is { } shots)
            foreach (var picture in Directory.EnumerateFiles(_folder.File("trend/charts"), "*.png")) File.Copy(picture, Path.Combine(shots, Path.GetFileName(picture)), overwrite: true);
    }

    [Fact]
    public void Results_of_different_suites_make_no_trend()
    {
        Result("a", t => t);
        Result("b", t => t);
        var environment = _folder.File("b/environment.json");
        File.WriteAllText(environment, File.ReadAllText(environment).Replace("\"name\": \"synthetic\"", "\"name\": \"other\""));

        var error = Assert.Throws<InvalidDataException>(() => TrendWriter.Write([_folder.File("a"), _folder.File("b")], _folder.File("trend")));

        Assert.Contains("'synthetic', b of 'other'", error.Message);
    }

    [Fact]
    public void A_result_is_not_written_over()
    {
        Result("a", t => t);
        Result("b", t => t);

        Assert.Contains("Give the trend a folder of its own", Assert.Throws<IOException>(() => TrendWriter.Write([_folder.File("a"), _folder.File("b")], _folder.File("a"))).Message);
    }

    private void Result(string name, Func<Trial, Trial> adjust)
    {
        new SyntheticRun(blocks: 6, requests: 100) { Adjust = adjust }.Write(_folder.File(name));
        // The letters stand for the order of time.
        var environment = _folder.File(name + "/environment.json");
        File.WriteAllText(environment, File.ReadAllText(environment).Replace("2026-03-01T09:30", $"2026-03-{10 + name[0] - 'a'}T09:30"));
    }
}
