using EvalFaaS.Node;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;

namespace EvalFaaS.Cli.Predicting;

/// <summary>The predictor as a node has it: functions are met as they are called, models come from files.</summary>
/// <param name="model">The model file; null for the gate among plain forecasters alone.</param>
/// <param name="now">The calendar's time.</param>
internal sealed class NodeForecast(string? model, DateTimeOffset now) : INodeForecast
{
    private readonly PredictorForecast _predictor = new(model is null ? null : ModelFile.Load(model), [], (int)now.UtcDateTime.TimeOfDay.TotalMinutes);

    /// <inheritdoc/>
    public double Reach => _predictor.Reach;

    /// <inheritdoc/>
    public void Refresh(string model) => _predictor.Refresh(ModelFile.Load(model));

    /// <inheritdoc/>
    public void EndMinute(double now, ReadOnlySpan<int> calls) => _predictor.EndMinute(now, calls);

    /// <inheritdoc/>
    public double MeanRate(int function, double now, double ahead) => _predictor.MeanRate(function, now, ahead);

    /// <inheritdoc/>
    public double RateQuantile(int function, double now, double ahead, double level) => _predictor.RateQuantile(function, now, ahead, level);

    /// <inheritdoc/>
    public double CallProbability(int function, double now, double from, double to) => _predictor.CallProbability(function, now, from, to);

    /// <inheritdoc/>
    public double MinuteEnd(double now) => _predictor.MinuteEnd(now);

    /// <inheritdoc/>
    public double AnotherCall(int function, double now, int came) => _predictor.AnotherCall(function, now, came);
}
