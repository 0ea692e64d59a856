using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests.Evaluation;

/// <summary>The published figures of plain forecasters, which every claim of a better one leans on.</summary>
public sealed class ReferenceFiguresTests
{
    [Fact]
    public void Plain_forecasters_reach_their_known_figures_on_the_eight_hours()
    {
        var trace = TraceFolder.Read(PublishedTraces.Folder("azure2019-250-8h"));
        var evaluation = WalkForward.Run(trace, new PredictorOptions { Horizons = [1] }, 240, 360, [])[0];
        var functions = EvaluatedFunctions.Of(trace, 360);

        Assert.Equal(133, functions.Places.Count);
        var median = functions.Summarise(evaluation.Baselines.Single(b => b.Name == "median-10"));
        Assert.Equal((8.48, 0.499), (Math.Round(median.Wape, 2), Math.Round(median.MaseMedian, 3)));
        var seasonal = functions.Summarise(evaluation.Baselines.Single(b => b.Name == "seasonal-60"));
        Assert.Equal((10.7, 0.143), (Math.Round(seasonal.Wape, 1), Math.Round(seasonal.MaseMedian, 3)));
        var gate = functions.Summarise(evaluation.Gate);
        Assert.InRange(gate.Wape, 6.15, 6.25);
        Assert.Equal(0.125, gate.MaseMedian, 3);
    }
}
