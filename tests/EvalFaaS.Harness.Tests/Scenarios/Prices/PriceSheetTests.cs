using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Scenarios.Prices;

public sealed class PriceSheetTests
{
    private const string Good = "title: t\ncurrency: USD\ndate: 2026-01-31\nsource: https://example.com/prices\nper_gb_second: 0.5\n";

    [Fact]
    public void The_example_charges_as_its_source_does()
    {
        var sheet = PriceSheetFile.Read(Checkout.PathTo("scenarios", "prices", "aws-lambda.yaml"));

        // 512 MB for a second: half a GB-second, and the request.
        Assert.Equal(0.20 + 1e6 * 0.5 * 0.00001667, sheet.PerMillion(1e9, 512 << 20, 0), 9);
        Assert.Equal((1e6, 2e6), (sheet.BilledNs(400), sheet.BilledNs(1_000_001)));
        Assert.Equal((128 << 20, 129 << 20), (sheet.BilledBytes(null), sheet.BilledBytes((128 << 20) + 1)));
    }

    [Fact]
    public void Time_is_rounded_up_and_never_below_the_shortest_charged()
    {
        var sheet = PriceSheetFile.Parse(Good + "granularity: 100ms\nminimum_duration: 250ms\n", "p.yaml");

        Assert.Equal((250e6, 300e6, 300e6), (sheet.BilledNs(1), sheet.BilledNs(250e6 + 1), sheet.BilledNs(300e6)));
    }

    [Fact]
    public void A_sheet_may_charge_processor_time_alone()
    {
        var sheet = PriceSheetFile.Parse(Good.Replace("per_gb_second: 0.5", "per_cpu_second: 0.00002"), "p.yaml");

        Assert.Equal(0.02, sheet.PerMillion(7e9, 1 << 30, 1e6), 9);
    }

    [Theory]
    [InlineData("currency: USD", "currency: dollars", "p.yaml:2:11: 'currency' must be three capital letters")]
    [InlineData("date: 2026-01-31", "date: 31.1.2026", "p.yaml:3:7: 'date' must be the day")]
    [InlineData("date: 2026-01-31\n", "", "'date' is missing")]
    [InlineData("source: https://example.com/prices", "source: the web", "p.yaml:4:9: 'source' must be the address")]
    [InlineData("per_gb_second: 0.5", "per_gb_second: -1", "p.yaml:5:16: 'per_gb_second' must be a number from 0")]
    [InlineData("per_gb_second: 0.5", "per_gb_secnd: 0.5", "Did you mean 'per_gb_second'?")]
    [InlineData("per_gb_second: 0.5\n", "", "it charges nothing")]
    public void What_is_wrong_in_a_sheet_is_said_with_its_place(string good, string bad, string message)
    {
        var thrown = Assert.Throws<SuiteException>(() => PriceSheetFile.Parse(Good.Replace(good, bad), "p.yaml"));

        Assert.Contains(message, thrown.Message);
    }

    [Fact]
    public void An_unknown_sheet_is_named_at_its_place_in_the_suite()
    {
        var text = "name: s\nquestions: [q]\ntargets: [wasmtime]\nprices: [aws-lamda]\nmeasures: [{ kind: throughput, functions: [echo] }]\n";
        var vocabulary = new SuiteVocabulary(["wasmtime"], ["echo"]) { Prices = Checkout.PathTo("scenarios", "prices") };

        var thrown = Assert.Throws<SuiteException>(() => SuiteFile.Parse(text, "s.yaml", vocabulary));

        Assert.Contains("s.yaml:4:10: unknown price sheet 'aws-lamda'. Did you mean 'aws-lambda'?", thrown.Message);
        Assert.Equal("USD", Assert.Single(SuiteFile.Parse(text.Replace("lamda", "lambda"), "s.yaml", vocabulary).Prices).Currency);
    }

    [Fact]
    public void The_schema_knows_every_key_of_the_sheet()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Checkout.PathTo("docs", "schemas", "prices.schema.json")));
        var keys = schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();

        var thrown = Assert.Throws<SuiteException>(() => PriceSheetFile.Parse(string.Concat(keys.Select(k => $"{k}: []\n")), "p.yaml"));

        Assert.DoesNotContain("unknown key", thrown.Message);
    }
}
