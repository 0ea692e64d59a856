using CsCheck;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Tests.Walking;

public sealed class NoLeakageTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    private const int Minutes = 130;

    [Fact]
    public void Changing_the_future_changes_no_forecast()
    {
        var trace = SyntheticTrace.Create(Minutes, 6);
        var before = Forecasts(trace, Minutes);
        Gen.Select(Gen.Int[1, Minutes - 1], Gen.Int[2, 1000]).Sample((from, seed) =>
        {
            var changed = Forecasts(SyntheticTrace.WithOtherFuture(trace, from, seed), from);
            for (var m = 0; m < from; m++) Assert.Equal(before[m], changed[m]);
        }, iter: 20, threads: 1);
    }

    [Fact]
    public void Forecasts_react_to_the_past()
    {
        var trace = SyntheticTrace.Create(Minutes, 6);
        Assert.NotEqual(Forecasts(trace, Minutes)[^1], Forecasts(SyntheticTrace.WithOtherFuture(trace, 100, 3), Minutes)[^1]);
    }

    // After each minute that ended, what is forecast of all functions and horizons.
    private List<float[]> Forecasts(Trace trace, int minutes)
    {
        var walk = new TraceWalk(trace, trained.Model.Info.Options);
        walk.Predictor.Use(trained.Model.Learned);
        List<float[]> forecasts = [];
        while (walk.Minute < minutes)
        {
            walk.Step();
            forecasts.Add([.. Enumerable.Range(0, trace.Functions.Count).SelectMany(f => walk.Predictor[f].Full.Select(o => o.Forecast))]);
        }

        return forecasts;
    }
}
