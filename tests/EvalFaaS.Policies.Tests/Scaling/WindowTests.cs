using CsCheck;

namespace EvalFaaS.Policies.Tests.Scaling;

public sealed class WindowTests
{
    [Fact]
    public void The_greatest_of_a_window_is_that_of_searching_it() => Gen.Select(Gen.Int[0, 9].Array[1, 100], Gen.Int[1, 12]).Sample((values, turns) =>
    {
        var window = new MaximumWindow(turns);
        for (var i = 0; i < values.Length; i++) Assert.Equal(values[Math.Max(0, i - turns + 1)..(i + 1)].Max(), window.Add(i, values[i]));
    });

    [Fact]
    public void The_average_is_that_of_the_latest_seconds_seen() => Gen.Select(Gen.Int[0, 100].Array[1, 100], Gen.Int[1, 20]).Sample((values, seconds) =>
    {
        var window = new LoadWindow(20);
        for (var i = 0; i < values.Length; i++)
        {
            window.Add(i + 0.5, values[i]);
            Assert.Equal(values[Math.Max(0, i - seconds + 1)..(i + 1)].Average(), window.Average(i + 0.7, seconds), 1e-5);
        }
    });

    [Fact]
    public void A_slower_sampler_is_not_idle_in_between()
    {
        var window = new LoadWindow(60);
        for (var t = 0; t <= 60; t += 15) window.Add(t, 8);

        Assert.Equal(8, window.Average(60, 60));
    }

    [Fact]
    public void What_is_older_than_the_window_is_forgotten()
    {
        var window = new LoadWindow(10);
        window.Add(5, 100);

        Assert.Equal((100, 0), (window.Average(14, 10), window.Average(15, 10)));
    }
}
