using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Tests.Live;

public sealed class PredictorForecastTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Fact]
    public void A_timer_is_expected_in_its_minute_and_not_between()
    {
        // Every fifth minute, the last time three minutes ago: the next call comes in the second minute from now.
        var forecast = AfterTimer(period: 5, minutes: 203);
        var now = 203 * 60.0;
        Assert.InRange(forecast.CallProbability(0, now, 0, 60), 0, 0.05);
        Assert.InRange(forecast.CallProbability(0, now, 120, 180), 0.95, 1);
        Assert.InRange(forecast.CallProbability(0, now, 180, 240), 0, 0.05);
        Assert.InRange(forecast.CallProbability(0, now, 0, 600), 0.95, 1);
        Assert.Equal(1 / 60.0, forecast.MeanRate(0, now, 125), 6);
    }

    [Fact]
    public void The_place_in_the_minute_counts_from_when_the_minute_ended()
    {
        var forecast = AfterTimer(period: 5, minutes: 203);
        Assert.InRange(forecast.CallProbability(0, 203 * 60.0 + 110, 10, 70), 0.95, 1);
    }

    [Fact]
    public void A_function_never_seen_has_no_rate()
    {
        var forecast = AfterTimer(5, 100);
        Assert.Equal((0.0, 0.0, 0.0), (forecast.MeanRate(7, 6000, 0), forecast.RateQuantile(7, 6000, 0, 0.9), forecast.CallProbability(7, 6000, 0, 60)));
    }

    [Fact]
    public void Functions_that_are_met_later_are_forecast_from_then_on()
    {
        var forecast = new PredictorForecast(null, []);
        for (var minute = 0; minute < 203; minute++) forecast.EndMinute(60 * (minute + 1), minute < 100 ? [minute % 2] : [minute % 2, 0, minute % 5 == 0 ? 1 : 0]);

        Assert.Equal(3, forecast.Functions);
        Assert.InRange(forecast.CallProbability(2, 203 * 60.0, 120, 180), 0.9, 1);
        Assert.InRange(forecast.CallProbability(2, 203 * 60.0, 0, 60), 0, 0.1);
    }

    [Fact]
    public void Quantiles_rise_with_their_level()
    {
        var forecast = PredictorForecast.Of(trained.Trace, trained.Model);
        forecast.EndMinutes(trained.Trace);
        for (var f = 0; f < trained.Trace.Functions.Count; f++)
            foreach (var ahead in (double[])[0, 100, 290, 800])
            {
                double[] rates = [.. new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Select(level => forecast.RateQuantile(f, trained.Trace.Minutes * 60.0, ahead, level))];
                Assert.Equal(rates.Order(), rates);
            }
    }

    [Fact]
    public void A_refreshed_model_holds_from_the_next_minute_on_and_keeps_the_past()
    {
        var refreshed = PredictorForecast.Of(trained.Trace, null);
        var plain = PredictorForecast.Of(trained.Trace, null);
        refreshed.EndMinutes(trained.Trace);
        plain.EndMinutes(trained.Trace);
        refreshed.Refresh(trained.Model);
        Assert.Equal(Calls(plain), Calls(refreshed));
        foreach (var forecast in (PredictorForecast[])[refreshed, plain])
            for (var minute = 0; minute < 60; minute++) forecast.EndMinute(0, Next(minute));
        Assert.NotEqual(Calls(plain), Calls(refreshed));

        int[] Next(int minute) => [.. trained.Trace.Functions.Select(f => f.Counts[100 + minute])];
    }

    [Fact]
    public void A_model_with_other_horizons_is_refused()
    {
        var other = PredictorForecast.Of(trained.Trace, null, new PredictorOptions { Horizons = [1, 2] });
        Assert.Equal("The model forecasts 1, 5, 15 minutes ahead, and this predictor 1, 2.", Assert.Throws<ArgumentException>(() => other.Refresh(trained.Model)).Message);
    }

    private double[] Calls(PredictorForecast forecast) =>
        [.. Enumerable.Range(0, trained.Trace.Functions.Count).SelectMany(f => forecast.Forecasts(f)).Select(m => m.Calls)];

    private static PredictorForecast AfterTimer(int period, int minutes)
    {
        var forecast = new PredictorForecast(null, [new WalkedFunction(-1, TriggerKind.Timer)]);
        for (var minute = 0; minute < minutes; minute++) forecast.EndMinute(60 * (minute + 1), [minute % period == 0 ? 1 : 0]);
        return forecast;
    }
}
