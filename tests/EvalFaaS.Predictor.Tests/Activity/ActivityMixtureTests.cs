using EvalFaaS.Predictor.Activity;

namespace EvalFaaS.Predictor.Tests.Activity;

public sealed class ActivityMixtureTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(45)]
    public void A_clock_is_expected_in_its_minute_and_hardly_in_others(int period)
    {
        var likely = After([.. Enumerable.Range(0, 8 * period).Select(m => m % period == 0 ? 1f : 0f)]);
        var between = After([.. Enumerable.Range(0, (8 * period) - 2).Select(m => m % period == 0 ? 1f : 0f)]);

        Assert.InRange(likely, 0.7f, 1);
        Assert.InRange(between, 0, 0.1f);
    }

    [Fact]
    public void What_comes_by_chance_is_expected_as_often_as_it_comes()
    {
        var random = new Random(3);
        var mixture = new ActivityMixture();
        var past = new List<float>();
        double said = 0, came = 0;
        for (var minute = 0; minute < 340; minute++)
        {
            var calls = random.NextDouble() < 0.3 ? 1f : 0f;
            if (minute > 60) (said, came) = (said + mixture.Probability, came + calls);
            past.Add(calls);
            mixture.Settle([.. past], 0.1f);
        }

        Assert.InRange(said / came, 0.8, 1.25);
    }

    [Fact]
    public void Of_a_function_that_was_called_once_it_says_what_holds_for_all() =>
        Assert.InRange(After([0, 0, 1, 0], shared: 0.4f), 0.3f, 0.45f);

    [Fact]
    public void What_holds_for_all_is_counted_apart_by_calls_and_silence()
    {
        var shared = new SharedHazard();
        for (var i = 0; i < 100; i++)
        {
            shared.Count(SharedHazard.Cell(true, 1, 15), true);
            shared.Count(SharedHazard.Cell(false, 1, 15), false);
        }

        Assert.True(shared.Probability(SharedHazard.Cell(true, 1, 15)) > 0.4);
        Assert.True(shared.Probability(SharedHazard.Cell(false, 1, 15)) < 0.1);
        Assert.True(shared.Probability(SharedHazard.Cell(true, 5, 15)) < 0.1);
    }

    private static float After(float[] minutes, float shared = 0.02f)
    {
        var mixture = new ActivityMixture();
        for (var end = 1; end <= minutes.Length; end++) mixture.Settle(minutes.AsSpan(0, end), shared);
        return mixture.Probability;
    }
}
