using System.Text.Json;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Tests.Data;

/// <summary>Results that earlier versions wrote. A folder here is never changed; a new version of the schema adds one.</summary>
public sealed class GoldenResultTests
{
    public static TheoryData<string> Versions => new("v1");

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_old_result_gives_the_figures_that_it_gave_then(string version)
    {
        var folder = Checkout.PathTo("tests", "EvalFaaS.Harness.Tests", "Data", "golden", version);
        using var then = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, ResultFiles.Summary)));
        using var now = JsonDocument.Parse(ReportWriter.SummaryText(DocumentBuilder.Read(folder).Summary));

        // What was there then must be there now with the same value; more may have come.
        AssertHolds(then.RootElement.GetProperty("cells"), now.RootElement.GetProperty("cells"), "cells");
        AssertHolds(then.RootElement.GetProperty("comparisons"), now.RootElement.GetProperty("comparisons"), "comparisons");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_old_result_is_read_whole(string version)
    {
        var data = ResultData.Read(Checkout.PathTo("tests", "EvalFaaS.Harness.Tests", "Data", "golden", version));

        Assert.Equal(data.Trials.Count, data.Trials.Select(t => t.Number).Distinct().Count());
        Assert.Equal(File.ReadLines(Path.Combine(data.FolderPath, ResultFiles.Samples)).Count() - 1, data.Samples.Count);
        Assert.NotEmpty(data.Environment.Targets);
    }

    private static void AssertHolds(JsonElement then, JsonElement now, string where)
    {
        if (then.ValueKind == JsonValueKind.Object)
            foreach (var member in then.EnumerateObject()) AssertHolds(member.Value, now.GetProperty(member.Name), $"{where}.{member.Name}");
        else if (then.ValueKind == JsonValueKind.Array)
            for (var i = 0; i < then.GetArrayLength(); i++) AssertHolds(then[i], now[i], $"{where}[{i}]");
        else Assert.True(then.GetRawText() == now.GetRawText(), $"{where}: {then.GetRawText()} then, {now.GetRawText()} now");
    }
}
