using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class LogShiftTests
{
    [Fact]
    public void Unpaired_it_is_Welchs_published_test()
    {
        // The first of the examples of two samples of 15 that are commonly printed for Welch's test: t -2.46, 25.0 degrees of freedom, p 0.021.
        double[] a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
        double[] b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4];
        var shift = LogShift.Unpaired([.. a.Select(Math.Exp)], [.. b.Select(Math.Exp)])!.Value;

        Assert.Equal(2.46, shift.Estimate / shift.StandardError, 0.005);
        Assert.Equal(25.0, shift.DegreesOfFreedom, 0.05);
        Assert.Equal(0.021, shift.P, 0.0005);
    }

    [Fact]
    public void Paired_it_is_Students_published_test()
    {
        // Student's sleep data: t 4.0621 with 9 degrees of freedom, p 0.002833, interval of the difference 0.7001142 to 2.4598858.
        double[] a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var shift = LogShift.Paired(ByBlock(a), ByBlock(b))!.Value;
        var ratio = shift.Ratio();

        Assert.Equal(4.0621, shift.Estimate / shift.StandardError, 4);
        Assert.Equal(0.002833, shift.P, 6);
        Assert.Equal(0.7001142, Math.Log(ratio.Low!.Value), 6);
        Assert.Equal(2.4598858, Math.Log(ratio.High!.Value), 6);
    }

    [Fact]
    public void Paired_it_agrees_with_the_ratios_of_the_report()
    {
        var (a, b) = (Enumerable.Range(1, 8).ToDictionary(i => i, i => 10.0 + i), Enumerable.Range(1, 8).ToDictionary(i => i, i => 11.0 + i * i % 5));
        var (here, there) = (LogShift.Paired(a, b)!.Value.Ratio(), PairedBlocks.Ratio(b, a)!.Value);

        Assert.Equal((there.Value, there.Low!.Value, there.High!.Value), (here.Value, here.Low!.Value, here.High!.Value), RoundedTo(9));
    }

    [Fact]
    public void Equal_values_without_spread_show_no_difference_and_unequal_ones_a_certain_one()
    {
        double[] tens = [10, 10, 10, 10, 10, 10], elevens = [11, 11, 11, 11, 11, 11];

        Assert.Equal(1, LogShift.Unpaired(tens, tens)!.Value.P);
        Assert.Equal(0, LogShift.Unpaired(tens, elevens)!.Value.P, 12);
    }

    [Fact]
    public void Too_few_blocks_or_a_zero_give_none()
    {
        Assert.Null(LogShift.Unpaired([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5]));
        Assert.Null(LogShift.Unpaired([1, 2, 3, 4, 5, 0], [1, 2, 3, 4, 5, 6]));
        Assert.Null(LogShift.Paired(Enumerable.Range(0, 6).ToDictionary(i => i, i => (double)i), Enumerable.Range(0, 6).ToDictionary(i => i, _ => 1.0)));
    }

    private static Dictionary<int, double> ByBlock(double[] logs) => Enumerable.Range(0, logs.Length).ToDictionary(i => i, i => Math.Exp(logs[i]));

    private static EqualityComparer<(double, double, double)> RoundedTo(int digits) => EqualityComparer<(double, double, double)>.Create(
        (x, y) => Math.Round(x.Item1 - y.Item1, digits) == 0 && Math.Round(x.Item2 - y.Item2, digits) == 0 && Math.Round(x.Item3 - y.Item3, digits) == 0);
}
