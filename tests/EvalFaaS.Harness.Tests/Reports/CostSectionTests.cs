using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class CostSectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_cost_is_that_of_the_times_in_the_raw_data_by_the_sheets_rule()
    {
        Write(PriceSheetFile.Read(Checkout.PathTo("scenarios", "prices", "aws-lambda.yaml")));

        var summary = ReportWriter.Write(_folder.Path);

        var cell = summary.Cells.First(c => c is { Kind: "latency", Target: "wasmtime" });
        var cost = cell.Find(Metrics.CostBy("aws-lambda"))!;
        // All requests took less than a millisecond, and no instance of this function was weighed.
        Assert.Equal((0.20 + 1e6 * 0.001 * 0.125 * 0.00001667, "USD", false), (cost.Value, cost.Unit, cost.Withheld));
        Assert.Contains("What it would cost", File.ReadAllText(_folder.File(ResultFiles.Html)));
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);
    }

    [Fact]
    public void A_cost_is_withheld_where_the_time_billed_is_not_told_from_the_generators_lateness()
    {
        Write(new PriceSheet { Name = "exact", Title = "t", Currency = "EUR", Date = "2026-01-01", Source = "https://example.com", PerGbSecond = 1, MinimumMemoryMib = 128 });

        var cost = ReportWriter.Write(_folder.Path).Cells.First(c => c is { Kind: "latency", Target: "process" }).Find(Metrics.CostBy("exact"))!;

        Assert.True(cost.Withheld);
    }

    [Fact]
    public void A_changed_cost_is_found()
    {
        Write(PriceSheetFile.Read(Checkout.PathTo("scenarios", "prices", "aws-lambda.yaml")));
        ReportWriter.Write(_folder.Path);
        var report = _folder.File(ResultFiles.Markdown);
        File.WriteAllText(report, File.ReadAllText(report).Replace("0.202\u00a0USD", "0.201\u00a0USD"));

        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.File == ResultFiles.Markdown && d.Where.Contains("cost_per_million_aws-lambda"));
    }

    private void Write(PriceSheet sheet) => new SyntheticRun(blocks: 6, requests: 60)
    {
        Prices = [sheet],
        Adjust = t => t with { ScheduleErrorP50Ns = t.ScheduleErrorP50Ns + 20_000 },
    }.Write(_folder.Path);
}
