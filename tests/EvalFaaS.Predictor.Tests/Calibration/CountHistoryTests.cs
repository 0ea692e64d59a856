using EvalFaaS.Predictor.Calibration;

namespace EvalFaaS.Predictor.Tests.Calibration;

public sealed class CountHistoryTests
{
    [Fact]
    public void After_the_one_call_of_a_minute_hardly_another_is_expected() => Assert.InRange(More(1, came: 1, left: 0.5), 0, 0.05);

    [Fact]
    public void After_the_first_of_several_another_is_expected() => Assert.InRange(More(5, came: 1, left: 0.8), 0.9, 1);

    [Fact]
    public void The_less_is_left_of_the_minute_the_less_is_expected()
    {
        double[] more = [.. new[] { 1, 0.8, 0.5, 0.2, 0.05, 0 }.Select(left => More(3, came: 2, left))];

        Assert.Equal(more.OrderDescending(), more);
        Assert.Equal(0, more[^1]);
    }

    [Fact]
    public void Beyond_what_is_told_apart_more_is_expected() => Assert.Equal(1, More(50, came: 40, left: 0.1));

    private static double More(int calls, int came, double left)
    {
        var history = new CountHistory();
        for (var minute = 0; minute < 100; minute++) history.Add(calls);
        return CountHistory.More(history.Minutes, came, left);
    }
}
