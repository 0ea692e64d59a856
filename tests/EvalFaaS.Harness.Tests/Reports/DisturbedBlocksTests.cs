using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class DisturbedBlocksTests
{
    [Fact]
    public void A_disturbed_block_enters_no_figure_and_what_it_would_change_stands_beside()
    {
        using var folder = new TemporaryFolder();
        var all = Write(folder.File("all"), new SyntheticRun(blocks: 9));
        var without = Write(folder.File("without"), new SyntheticRun(blocks: 9) { Missing = [2, 5] });

        var marked = Write(folder.File("marked"), new SyntheticRun(blocks: 9) { Disturbed = [2, 5] });

        Assert.Equal(7, marked.Blocks);
        Assert.Equal(Values(without.Comparisons), Values(marked.Comparisons));
        Assert.Equal(Values(all.Comparisons), Values(marked.WithDisturbed!.Value));
        Assert.NotEqual(Values(all.Comparisons), Values(without.Comparisons));
        Assert.All(marked.Cells, c => Assert.DoesNotContain(c.Figures, f => f.ByBlock?.ContainsKey(5) == true));
        Assert.Empty(ReportVerifier.Verify(folder.File("marked")).Differences);
        var page = File.ReadAllText(Path.Combine(folder.File("marked"), ResultFiles.Markdown));
        Assert.Contains("Ratios without and with the dropped blocks", page);
        Assert.Contains("| the test said so |", page);
        Assert.Contains("disturbed-blocks", page);
    }

    [Fact]
    public void Where_every_block_was_disturbed_the_report_says_so_and_compares_nothing()
    {
        using var folder = new TemporaryFolder();

        var summary = Write(folder.Path, new SyntheticRun(blocks: 6) { Disturbed = [1, 2, 3, 4, 5, 6] });

        Assert.Empty(summary.Comparisons);
        Assert.NotEmpty(summary.WithDisturbed!.Value);
        Assert.Contains("disturbed-blocks", File.ReadAllText(folder.File(ResultFiles.Markdown)));
    }

    private static Summary Write(string directory, SyntheticRun run)
    {
        run.Write(directory);
        return ReportWriter.Write(directory);
    }

    private static IEnumerable<(string, double, double, double)> Values(IEnumerable<Comparison> comparisons) => comparisons.Select(c => (c.Key, c.Value, c.Low, c.High));
}
