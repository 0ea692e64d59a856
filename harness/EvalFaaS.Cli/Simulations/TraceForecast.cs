using EvalFaaS.Cli.Predicting;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Simulations;

/// <summary>The forecast that policies go by over a trace, walking forward through it.</summary>
/// <param name="Model">The model file; null for the gate among plain forecasters alone.</param>
/// <param name="FromMinute">The first minute that is counted; null for where the model's training ended on this trace, else the first.</param>
/// <param name="Needed">Whether any policy asks for it.</param>
internal sealed record TraceForecast(string? Model, int? FromMinute, bool Needed)
{
    private readonly PredictorModel? _model = Model is null ? null : ModelFile.Load(Model);

    /// <summary>The first minute that is counted.</summary>
    /// <exception cref="UsageException">It lies beyond the trace, or within what the model was trained on.</exception>
    public int CountedFrom(Trace trace)
    {
        var trained = _model is not null && _model.WasTrainedOn(trace) ? _model.Info.TrainedTo : 0;
        var from = FromMinute ?? (trained < trace.Minutes ? trained : throw new UsageException($"The model was trained on all {trace.Minutes} minutes of this trace: train it on fewer, with --to-minute."));
        if (from < 0 || from >= trace.Minutes) throw new UsageException($"--from-minute must be 0 to {trace.Minutes - 1}, and {from} is not.");
        return from >= trained ? from : throw new UsageException($"The model was trained on this trace up to minute {trained}: count from there on, not from minute {from}.");
    }

    /// <summary>Walks through the trace; null where no policy needs it.</summary>
    public IForecast? Walk(Trace trace) => Needed ? PredictProgress.Show("forecasting", progress => WalkedForecast.Through(trace, _model, progress)) : null;
}
