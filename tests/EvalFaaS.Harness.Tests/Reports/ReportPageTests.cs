using System.Text.RegularExpressions;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed partial class ReportPageTests(WrittenReport report) : IClassFixture<WrittenReport>
{
    private readonly string _html = File.ReadAllText(report.PathTo(ResultFiles.Html));
    private readonly string _markdown = File.ReadAllText(report.PathTo(ResultFiles.Markdown));

    [Fact]
    public void The_page_asks_nothing_of_the_outside()
    {
        Assert.DoesNotContain("<script", _html);
        Assert.DoesNotContain("<link", _html);
        Assert.DoesNotContain("url(", _html);
        Assert.All(Sources().Matches(_html), m => Assert.StartsWith("data:", m.Groups[1].Value));
    }

    [Fact]
    public void The_page_is_smaller_than_three_megabytes() => Assert.True(_html.Length < 3_000_000, $"{_html.Length} characters");

    [Fact]
    public void Every_picture_says_what_it_shows()
    {
        Assert.Equal(8, Pictures().Count(_html));
        Assert.All(Pictures().Matches(_html), m => Assert.Matches("alt=\"[^\"]{20,}\"", m.Value));
    }

    [Fact]
    public void Headings_have_an_order_without_gaps()
    {
        var levels = Headings().Matches(_html).Select(m => int.Parse(m.Groups[1].Value)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(l => l == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void The_page_opens_with_the_answer() => Assert.Equal("answer", Headings().Matches(_html)[1].Groups[2].Value);

    [Fact]
    public void Identities_of_figures_always_stand_for_the_same_number() =>
        Assert.All(HtmlVerifier.FiguresIn(_html).GroupBy(f => f.Id), g => Assert.Single(g.Distinct()));

    [Fact]
    public void The_Markdown_prints_the_numbers_of_the_page() =>
        Assert.All(HtmlVerifier.FiguresIn(_html).Select(f => f.Text).Distinct(), text => Assert.Contains(text, _markdown));

    [Fact]
    public void The_charts_are_files_beside_the_report() =>
        Assert.All(ChartLinks().Matches(_markdown), m => Assert.True(File.Exists(report.PathTo(m.Groups[1].Value))));

    [Fact]
    public void Left_out_targets_stand_with_how_to_have_them() => Assert.Contains("install docker.io and start it", _html);

    [Fact]
    public void Warnings_of_the_run_and_of_its_data_stand_in_the_page()
    {
        Assert.Contains("<strong>shared-core</strong>", _html);
        Assert.Contains("<strong>failed-requests</strong>", _html);
    }

    [GeneratedRegex("(?:src|srcset|href)=\"([^#\"][^\"]*)\"")]
    private static partial Regex Sources();

    [GeneratedRegex("<img [^>]*>")]
    private static partial Regex Pictures();

    [GeneratedRegex("<h([1-6]) id=\"([^\"]*)\"")]
    private static partial Regex Headings();

    [GeneratedRegex("\\((charts/[^)]*)\\)")]
    private static partial Regex ChartLinks();
}
