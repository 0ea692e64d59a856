using EvalFaaS.Simulator.Statistics;
using MathNet.Numerics.Statistics;

namespace EvalFaaS.Simulator.Tests.Statistics;

public sealed class EstimateTests
{
    private static readonly double[] Values = [3, 5, 4, 8, 1, 6];

    [Fact]
    public void Mean_and_standard_error_are_those_of_the_textbook()
    {
        var estimate = Estimate.Of(Values);
        Assert.Equal(4.5, estimate.Value, 12);
        Assert.Equal(Values.StandardDeviation() / Math.Sqrt(6), estimate.StandardError, 12);
        // t(5, 0.975) = 2.5706
        Assert.Equal(2.5706 * estimate.StandardError, estimate.HalfWidth!.Value, 3);
    }

    [Fact]
    public void One_replication_carries_no_interval() => Assert.Null(Estimate.Of([3]).HalfWidth);

    [Fact]
    public void Few_replications_make_a_deviation_less_surprising()
    {
        // t = 2.5706 with 5 degrees of freedom is as surprising as z = 1.96.
        var estimate = Estimate.Of(Values);
        Assert.Equal(1.96, estimate.ZOf(estimate.Value - 2.5706 * estimate.StandardError), 3);
    }

    [Fact]
    public void What_does_not_vary_must_be_right() =>
        Assert.Equal((0.0, double.PositiveInfinity), (Estimate.Of([2, 2]).ZOf(2), Estimate.Of([2, 2]).ZOf(2.1)));

    [Fact]
    public void Moments_of_parts_are_those_of_the_whole()
    {
        var (a, b) = (new Moments(), new Moments());
        foreach (var value in Values[..2]) a.Add(value);
        foreach (var value in Values[2..]) b.Add(value);
        a.Add(b);
        Assert.Equal(Values.Variance(), a.Variance, 12);
        Assert.Equal(Values.Sum(), a.Sum, 12);
    }
}
