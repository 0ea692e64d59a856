using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class VerdictTests
{
    private static readonly Margin Five = new(0.05);

    [Theory]
    [InlineData(0.08, 0.010, Verdict.Worse)]
    [InlineData(-0.08, 0.010, Verdict.Better)]
    [InlineData(0.049, 0.010, Verdict.Worse)] // a change of the margin's size is not within it
    [InlineData(0.010, 0.004, Verdict.NoDifference)] // shown, but shown to be small
    [InlineData(0.000, 0.010, Verdict.NoDifference)]
    [InlineData(0.000, 0.050, Verdict.Undecided)]
    [InlineData(0.080, 0.050, Verdict.Undecided)]
    public void A_verdict_follows_from_the_interval_and_the_margin(double estimate, double error, Verdict verdict)
    {
        var shift = new LogShift(estimate, error, 9, 10);

        Assert.Equal(verdict, VerdictRule.Decide(shift, shift.P, Five));
    }

    [Fact]
    public void A_difference_that_the_family_could_have_by_chance_is_undecided() =>
        Assert.Equal(Verdict.Undecided, VerdictRule.Decide(new LogShift(0.08, 0.03, 9, 10), adjustedP: 0.2, Five));

    [Theory]
    [InlineData("5%", 0.05)]
    [InlineData("0.05", 0.05)]
    [InlineData("2.5 %", 0.025)]
    public void A_margin_is_a_share_or_a_percentage(string text, double share) => Assert.Equal(share, Margin.Parse(text).Share, 12);

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("-3%")]
    [InlineData("100%")]
    [InlineData("NaN")]
    [InlineData("much")]
    public void Anything_else_is_no_margin(string text) => Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Margin.Parse(text)).Message);

    [Fact]
    public void The_blocks_still_needed_are_those_of_the_published_tables()
    {
        // Cohen, table 2.4.1 for one sample: half a standard deviation is shown with a chance of 80 % by 34 pairs.
        var far = new Margin(0.001);

        Assert.Equal(34 - 10, BlocksNeeded.More(new LogShift(0.5, 1 / Math.Sqrt(10), 9, 10), far)!.Value, 1.0);
    }

    [Fact]
    public void As_many_blocks_as_it_says_decide_in_most_runs()
    {
        // True ratio 1.04 with 8 % between blocks: asked after ten blocks with exactly that spread.
        var more = BlocksNeeded.More(new LogShift(Math.Log(1.04), 0.08 / Math.Sqrt(10), 9, 10), Five)!.Value;
        var random = new Random(3);
        var decided = Enumerable.Range(0, 1000).Count(_ =>
        {
            var a = Enumerable.Range(0, 10 + more).ToDictionary(i => i, _ => 1.0);
            var shift = LogShift.Paired(a, a.ToDictionary(x => x.Key, _ => 1.04 * Math.Exp(0.08 * Simulation.Normal(random))))!.Value;
            return VerdictRule.Decide(shift, shift.P, Five) != Verdict.Undecided;
        });

        // It plans for one of the two decisions; now and then the other one falls.
        Assert.InRange(decided / 1000.0, 0.78, 0.95);
    }

    [Fact]
    public void No_number_is_named_that_nobody_would_run() => Assert.Null(BlocksNeeded.More(new LogShift(0.025, 2, 9, 10), Five));
}
