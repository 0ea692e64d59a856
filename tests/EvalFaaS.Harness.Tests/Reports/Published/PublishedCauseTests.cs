using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Tests.Reports.Published;

public sealed class PublishedCauseTests
{
    // Start 0.5 of the baseline's, own time twice the baseline's, which is as long as its start: (0.5 + 2 * 1) / (1 + 1) = 1.25.
    private static readonly PublishedSide Theirs = Side(start: 50, own: 200, baselineStart: 100, baselineOwn: 100);

    [Fact]
    public void A_side_is_start_code_and_weight()
    {
        var cause = PublishedCause.Of(Theirs, Theirs);

        Assert.Equal((0.5, 2, 1), (cause.Start.Theirs, cause.Code.Theirs, cause.Weight.Theirs));
        Assert.Equal((1.25, 1.25, 1.25), (cause.WithOurStart, cause.WithOurCode, cause.WithOurWeight));
    }

    [Fact]
    public void A_start_that_alone_differs_makes_the_difference()
    {
        var cause = PublishedCause.Of(Theirs, Side(start: 1, own: 200, baselineStart: 100, baselineOwn: 100));

        Assert.Equal("start", cause.Mostly);
        Assert.Equal((1.005, 1.25, 1.25), (cause.WithOurStart, cause.WithOurCode, cause.WithOurWeight));
    }

    [Fact]
    public void Code_that_alone_differs_makes_the_difference()
    {
        var cause = PublishedCause.Of(Theirs, Side(start: 50, own: 100, baselineStart: 100, baselineOwn: 100));

        Assert.Equal(("code", 0.75), (cause.Mostly, cause.WithOurCode));
    }

    [Fact]
    public void An_input_that_alone_differs_makes_the_difference()
    {
        // The same function given a tenth to do.
        var cause = PublishedCause.Of(Theirs, Side(start: 50, own: 20, baselineStart: 100, baselineOwn: 10));

        Assert.Equal("input", cause.Mostly);
        Assert.Equal(0.7 / 1.1, cause.WithOurWeight!.Value, 1e-9);
    }

    [Fact]
    public void Machines_of_another_speed_differ_in_nothing()
    {
        var cause = PublishedCause.Of(Theirs, Side(start: 5, own: 20, baselineStart: 10, baselineOwn: 10));

        Assert.Equal((cause.Start.Theirs, cause.Code.Theirs, cause.Weight.Theirs), (cause.Start.Ours, cause.Code.Ours, cause.Weight.Ours));
        Assert.Equal("none alone", cause.Mostly);
    }

    [Fact]
    public void Of_a_function_that_hardly_does_anything_no_code_is_told()
    {
        var cause = PublishedCause.Of(Side(start: 50, own: 3, baselineStart: 100, baselineOwn: 2), Theirs);

        Assert.Null(cause.Code.Theirs);
        Assert.Null(cause.WithOurCode);
        Assert.Null(cause.WithOurWeight);
    }

    [Fact]
    public void Of_a_function_whose_own_time_is_lost_in_the_noise_no_code_is_told()
    {
        var cause = PublishedCause.Of(Theirs, Theirs with { OwnTold = false });

        Assert.Equal((2, null), (cause.Code.Theirs, cause.Code.Ours));
        Assert.Null(cause.WithOurCode);
        Assert.NotNull(cause.WithOurWeight);
    }

    private static PublishedSide Side(double start, double own, double baselineStart, double baselineOwn) =>
        new() { StartNs = start, MedianNs = start + own, BaselineStartNs = baselineStart, BaselineNs = baselineStart + baselineOwn, Class = "even" };
}
