using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Published;

public sealed class PublishedDataTests
{
    private const double Close = 0.002;

    private static readonly string Traces = TraceFolder.Of(Checkout.Root);

    [Fact]
    public void Every_function_on_every_target_has_a_row()
    {
        using var small = new SmallSet();

        var rows = PublishedData.Read(SmallSet.Set, small.Traces);

        Assert.Equal(7, rows.Count);
        Assert.Equal("other/tiny.txt", Assert.Single(rows, r => r.Target == "other").File);
        Assert.All(rows, r => Assert.Equal(SmallSet.Median(r.Target, r.Function) * 1e9, r.MedianNs, r.MedianNs * Close));
    }

    [Fact]
    public void Times_that_differ_by_a_factor_have_it_as_their_ratio()
    {
        using var small = new SmallSet();

        var sums = PublishedData.Read(SmallSet.Set, small.Traces).Single(r => r is { Target: "wasm", Function: "sums" });

        Assert.Equal(2, sums.Ratio!.Value, Close);
        Assert.InRange(sums.RatioLow!.Value, 1.9, 2);
        Assert.InRange(sums.RatioHigh!.Value, 2, 2.1);
    }

    [Fact]
    public void A_class_is_that_of_the_share_of_the_fastest_function()
    {
        using var small = new SmallSet();

        var rows = PublishedData.Read(SmallSet.Set, small.Traces);

        Assert.Equal(["start", "start", "compute"], rows.Where(r => r.Target == "box").Select(r => r.Class));
        Assert.Equal(["start", "compute", "start"], rows.Where(r => r.Target == "wasm").Select(r => r.Class));
        Assert.Equal(1, rows.First(r => r is { Target: "wasm", Function: "tiny" }).StartShare);
        Assert.Equal(0.25 / 3, rows.First(r => r is { Target: "wasm", Function: "sums" }).StartShare, Close);
        Assert.All(rows.Where(r => r.Target == "box"), r => Assert.Null(r.Ratio));
    }

    [Fact]
    public void Times_that_rise_from_run_to_run_are_told_from_those_that_do_not()
    {
        using var small = new SmallSet();
        var path = small.PathTo("wasm", "tiny");
        File.WriteAllLines(path, File.ReadAllLines(path).Order(StringComparer.Ordinal));

        var rows = PublishedData.Read(SmallSet.Set, small.Traces);

        Assert.True(rows.First(r => r is { Target: "wasm", Function: "tiny" }).TrendP < 0.001);
        Assert.True(rows.First(r => r is { Target: "wasm", Function: "sums" }).TrendP > 0.05);
    }

    [Fact]
    public void An_absent_set_is_told_with_how_to_have_it()
    {
        var why = PublishedData.WhyMissing(SmallSet.Set, Path.Combine(Path.GetTempPath(), "nothing-is-here"));

        Assert.Contains("There is no small/times", why);
        Assert.Contains("https://example.org/small", why);
        Assert.Contains("EVALFAAS_TRACES", why);
    }

    // Computed with another program: the median, the 40th and 61st of 100 sorted times, the mean with Student's t for 99 degrees of freedom.
    [Theory]
    [InlineData("distroless", "01-prime-numbers", 1.70, 1.68, 1.71, 1.7005)]
    [InlineData("distroless", "07-matmul", 2.01, 1.98, 2.05, 2.696)]
    [InlineData("wasmtime-aot", "07-matmul", 6.13, 6.07, 6.45, 6.3049)]
    [InlineData("wasmedge-jit", "13-imageprocessing", 953.58, 951.29, 955.93, 957.1059)]
    public void The_data_of_2023_have_the_medians_that_they_have(string target, string function, double median, double low, double high, double mean)
    {
        var row = Real().Single(r => r.Target == target && r.Function == function);

        Assert.Equal((median, low, high), (row.MedianNs / 1e9, row.MedianLowNs / 1e9, row.MedianHighNs / 1e9));
        Assert.Equal(mean, row.MeanNs / 1e9, 1e-6);
    }

    [Fact]
    public void Matrices_took_three_times_as_long_on_Wasmtime_as_in_a_container_and_most_functions_less()
    {
        var aot = Real().Where(r => r.Target == "wasmtime-aot").ToList();
        var matmul = aot.Single(r => r.Function == "07-matmul");

        // The middle of the logarithms of all 10,000 quotients, and the 4,198th from either end.
        Assert.Equal(3.0248756, matmul.Ratio!.Value, 1e-6);
        Assert.Equal((2.9543147, 3.0871795), (Math.Round(matmul.RatioLow!.Value, 7), Math.Round(matmul.RatioHigh!.Value, 7)));
        Assert.Equal(["07-matmul", "10-checksum", "13-imageprocessing"], aot.Where(r => r.RatioLow > 1).Select(r => r.Function));
        Assert.Equal(10, aot.Count(r => r.RatioHigh < 1));
    }

    private static IReadOnlyList<PublishedRow> Real()
    {
        var set = PublishedSetFile.Read(PublishedSetFile.PathOf(Checkout.PathTo("scenarios", "suites"), "wasm-vs-container-2023"));
        var missing = PublishedData.WhyMissing(set, Traces);
        Assert.SkipWhen(missing is not null, missing ?? "");
        return PublishedData.Read(set, Traces);
    }
}
