using System.IO.Compression;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;

namespace EvalFaaS.Predictor.Tests.Models;

public sealed class ModelFileTests(TrainedOnce trained) : IClassFixture<TrainedOnce>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_model_forecasts_the_same_after_it_was_saved_and_loaded()
    {
        var loaded = Saved();
        Assert.Equal(Forecasts(trained.Model), Forecasts(loaded));
        Assert.Equal((trained.Model.Info.DataHash, 200, 150), (loaded.Info.DataHash, loaded.Info.TrainedTo, loaded.Info.JudgedTo));
        Assert.Equal(trained.Model.Info.HeldBack, loaded.Info.HeldBack);
        Assert.Equal([1, 5, 15], loaded.Info.Options.Horizons);
    }

    [Fact]
    public void The_same_seed_and_data_make_the_same_model()
    {
        var again = PredictorModel.Train(trained.Trace, 200, training: TrainedOnce.Small);
        Assert.Equal(Forecasts(trained.Model), Forecasts(again));
    }

    [Fact]
    public void Functions_that_were_not_in_training_are_forecast_and_scored()
    {
        var report = EvaluationReport.Of(trained.Model, SyntheticTrace.Create(160, 9, 99), 100);
        Assert.False(report.SeenInTraining);
        Assert.Equal([1, 5, 15], report.Horizons.Select(h => h.Horizon));
        Assert.All(report.Horizons, h => Assert.InRange(h.Model.Wape, 0.1, 100));
    }

    [Fact]
    public void Minutes_of_the_training_are_not_evaluated()
    {
        var error = Assert.Throws<ArgumentException>(() => EvaluationReport.Of(trained.Model, trained.Trace, 199));
        Assert.Equal("The model was trained on this trace up to minute 200: evaluate it from there on, not from minute 199.", error.Message);
        Assert.True(EvaluationReport.Of(trained.Model, trained.Trace).SeenInTraining);
    }

    [Fact]
    public void A_trace_that_is_too_short_is_refused() =>
        Assert.Equal("Training needs at least 135 minutes, and there are 100.", Assert.Throws<ArgumentException>(() => PredictorModel.Train(SyntheticTrace.Create(100))).Message);

    [Fact]
    public void A_model_of_another_version_is_refused()
    {
        var path = Write();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("model.json")!.Delete();
            using var entry = zip.CreateEntry("model.json").Open();
            entry.Write("""{"format": 99}"""u8);
        }

        Assert.Equal($"{path}: the model file has version 99, and this program reads version 1. Train it anew: evalfaas predict train DIR --out {path}", Assert.Throws<ModelException>(() => ModelFile.Load(path)).Message);
    }

    [Fact]
    public void A_damaged_model_is_refused_by_name()
    {
        var path = _folder.File("m");
        File.WriteAllText(path, "no zip");
        Assert.StartsWith($"{path}: this is no model file, or it is damaged (", Assert.Throws<ModelException>(() => ModelFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_a_part_missing_is_refused()
    {
        var path = Write();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update)) zip.GetEntry("final/fasttree-1.zip")!.Delete();
        Assert.Contains("'final/fasttree-1.zip' is not in it", Assert.Throws<ModelException>(() => ModelFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_model_says_how_to_train_one()
    {
        var path = _folder.File("none");
        Assert.Equal($"{path}: there is no such model. Train one: evalfaas predict train DIR --out {path}", Assert.Throws<ModelException>(() => ModelFile.Load(path)).Message);
    }

    [Fact]
    public void Every_feature_is_explained() =>
        Assert.All(trained.Model.Info.Importance, h => Assert.Equal(EvalFaaS.Predictor.Learning.Features.Names.Order(), h.Select(f => f.Feature).Order()));

    public void Dispose() => _folder.Dispose();

    private string Write()
    {
        var path = _folder.File("model.zip");
        ModelFile.Save(trained.Model, path);
        return path;
    }

    private PredictorModel Saved() => ModelFile.Load(Write());

    private double[] Forecasts(PredictorModel model)
    {
        var forecast = PredictorForecast.Of(trained.Trace, model);
        forecast.EndMinutes(trained.Trace);
        return [.. Enumerable.Range(0, trained.Trace.Functions.Count).SelectMany(f => forecast.Forecasts(f)).SelectMany(m => m.Quantiles.Append(m.Calls))];
    }
}
