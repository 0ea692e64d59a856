using EvalFaaS.Predictor.Live;

namespace EvalFaaS.Predictor.Tests.Live;

public sealed class WalkedForecastTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Fact]
    public void It_says_at_each_moment_what_the_running_predictor_would_have_said()
    {
        var walked = WalkedForecast.Through(trained.Trace, null);
        var running = PredictorForecast.Of(trained.Trace, null);
        var calls = new int[trained.Trace.Functions.Count];
        for (var minute = 0; minute < 120; minute++)
        {
            for (var f = 0; f < calls.Length; f++) calls[f] = trained.Trace.Functions[f].Counts[minute];
            running.EndMinute(60 * (minute + 1), calls);
            var now = 60.0 * (minute + 1) + 20;
            for (var f = 0; f < calls.Length; f++)
            {
                Assert.Equal(running.MinuteEnd(now), walked.MinuteEnd(now));
                Assert.Equal(running.CallProbability(f, now, 0, 100), walked.CallProbability(f, now, 0, 100), 6);
                Assert.Equal(running.AnotherCall(f, now, 1), walked.AnotherCall(f, now, 1), 6);
                Assert.Equal(running.RateQuantile(f, now, 0, 0.9), walked.RateQuantile(f, now, 0, 0.9), 4);
            }
        }
    }

    [Fact]
    public void Another_future_changes_nothing_of_what_it_says_before()
    {
        const int from = 205;
        var other = SyntheticTrace.WithOtherFuture(trained.Trace, from, 9);
        var (one, two) = (WalkedForecast.Through(trained.Trace, trained.Model), WalkedForecast.Through(other, trained.Model));
        for (var f = 0; f < trained.Trace.Functions.Count; f++)
            for (var now = 60.0; now < 60 * (from + 1); now += 45)
                Assert.Equal(one.CallProbability(f, now, 0, 300), two.CallProbability(f, now, 0, 300));
    }

    [Fact]
    public void Trees_that_were_fitted_to_a_minute_do_not_forecast_it()
    {
        var (learned, plain) = (WalkedForecast.Through(trained.Trace, trained.Model), WalkedForecast.Through(trained.Trace, null));

        for (var minute = 1; minute < trained.Model.Info.JudgedTo; minute++)
            for (var f = 0; f < trained.Trace.Functions.Count; f++) Assert.Equal(plain.MeanRate(f, 60.0 * minute, 0), learned.MeanRate(f, 60.0 * minute, 0));
    }

    [Fact]
    public void Nothing_is_known_before_the_first_minute_has_ended()
    {
        var walked = WalkedForecast.Through(trained.Trace, null);

        Assert.Equal((0.0, 0.0, 0.0), (walked.CallProbability(0, 59, 0, 60), walked.MeanRate(0, 59, 0), walked.RateQuantile(0, 59, 0, 0.9)));
    }

    [Fact]
    public void The_reference_gate_walks_by_its_baselines_alone()
    {
        var gate = WalkedForecast.ThroughGate(trained.Trace, 200);

        Assert.InRange(gate.CallProbability(1, 60.0 * 210, 0, 60), 0.9, 1);
        Assert.Equal(900, gate.Reach);
    }
}
