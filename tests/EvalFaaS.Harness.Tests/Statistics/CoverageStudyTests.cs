using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class CoverageStudyTests
{
    private static readonly Lazy<IReadOnlyList<CoverageRow>> Rows = new(() => CoverageStudy.Run(300, seed: 3));

    [Fact]
    public void An_interval_over_requests_that_follow_one_another_covers_about_a_third_and_the_table_says_that_it_fails()
    {
        // Normal theory: 2 Phi(1.96 / sqrt((1 + phi) / (1 - phi))) - 1 = 0.347 for phi 0.9.
        var naive = Rows.Value.Where(r => r.Method.Contains("normal interval over requests") && r.Data.StartsWith("AR(1)")).ToList();

        Assert.Equal(3, naive.Count);
        Assert.All(naive, r => Assert.InRange(r.Coverage, 0.347 - 4 * r.StandardError, 0.347 + 4 * r.StandardError));
        Assert.All(naive, r => Assert.True(r.Fails && !r.Used));
    }

    [Fact]
    public void Blocks_of_the_same_requests_cover_as_they_should()
    {
        var blocks = Rows.Value.Single(r => r.Size == "10 x 368" && r.Data.StartsWith("AR(1)"));

        Assert.InRange(blocks.Coverage, 0.95 - 4 * blocks.StandardError, 1);
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("lognormal")]
    [InlineData("bimodal")]
    public void Every_interval_of_a_ratio_holds_on_independent_blocks(string data) =>
        Assert.All(Rows.Value.Where(r => r.Subject == "ratio" && r.Data == data), r => Assert.True(r.Coverage + 4 * r.StandardError >= 0.95, r.ToString()));

    [Fact]
    public void The_same_seed_gives_the_same_table() => Assert.Equal(VerdictStudy.Run(20, 5), VerdictStudy.Run(20, 5));

    [Fact]
    public void Like_with_like_is_seldom_called_a_difference_and_five_percent_mostly()
    {
        var rows = VerdictStudy.Run(400, seed: 4);

        Assert.All(rows.Where(r => r.Ratio == 1), r => Assert.InRange(r.Worse + r.Better, 0, 0.09));
        Assert.True(rows.Single(r => r is { Ratio: 1.05, Spread: 0.02, Blocks: 10 }).Worse > 0.9);
        Assert.All(rows, r => Assert.Equal(1, r.Worse + r.Better + r.NoDifference + r.Undecided, 9));
    }

    [Fact]
    public void Holm_keeps_the_false_calls_of_a_family_at_what_one_comparison_has()
    {
        var (single, holm) = VerdictStudy.FalseCallsInFamily(500, seed: 6);

        Assert.InRange(single, 0.3, 0.5);
        Assert.InRange(holm, 0, 0.08);
    }

    [Fact]
    public void The_shapes_are_what_they_are_said_to_be() => Assert.All(DataShape.All, shape =>
    {
        var drawn = shape.Draw(new Random(1), 200_000).Order().ToArray();

        Assert.Equal(shape.Mean, drawn.Average(), shape.Mean * 0.01);
        foreach (var share in new[] { 0.05, 0.5, 0.95 }) Assert.Equal(shape.Quantile(share), drawn[(int)(share * drawn.Length)], shape.Mean * 0.015);
    });
}
