using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.Forecasting;

/// <summary>The predictor against a reference gate and plain forecasters, on hours, and then on functions, that nothing was fitted to.</summary>
internal sealed class ForecastStudy : IStudy
{
    private const int Folds = 5, Drawn = 6;

    private static readonly SheetForm Scores = new("scores.csv",
    [
        new("held_out", "what was held out of training: hours, or functions and hours"), new("horizon", "minutes ahead"), new("method", "what forecasts"), new("function", "number of the function in the trace, from 0"), new("minutes", "minutes scored"),
        new("calls", "calls that came"), new("under", "calls that came beyond the forecast"), new("over", "calls forecast that did not come"), new("squares", "squared errors, summed"), new("pinball", "pinball loss, mean over the levels, summed over the minutes"),
        new("unit", "mean naive error before the test, calls a minute: the unit of MASE"),
    ]);

    private static readonly SheetForm Minutes = new("minutes.csv",
    [
        new("function", "beginning of the function's hash"), new("trigger", "what calls it"), new("minute", "minute of the trace, from 0"), new("calls", "calls that came"), new("forecast", "calls forecast one minute ahead"),
        new("q05", "5 % quantile"), new("q25", "25 % quantile"), new("q75", "75 % quantile"), new("q95", "95 % quantile"),
    ]);

    public string Name => "predictor";

    public IReadOnlyList<SheetForm> Sheets { get; } = [Scores, Minutes];

    public IReadOnlyList<Sheet> Run(StudyTask task, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        foreach (var file in new[] { "invocations.csv", "durations.csv", "memory.csv" }) task.Input($"{task.Suite.Trace}/{file}");
        var trace = TraceFolder.Read(Path.Combine(task.Traces, task.Suite.Trace));
        var (from, training) = (task.Suite.HeldOutFrom, new TrainingOptions { Seed = task.Suite.Seed, Trees = task.Suite.Trees });
        Sheet scores = new(Scores), minutes = new(Minutes);
        progress.Report(new RunProgress(0, 3, "training"));
        var model = PredictorModel.Train(trace, from, null, training);
        cancellation.ThrowIfCancellationRequested();
        progress.Report(new RunProgress(1, 3, "walking forward"));
        AddScores(scores, "hours", trace, from, WalkForward.Run(trace, model.Info.Options, Math.Max(0, from - WalkForward.JudgedMinutes), from, model.Schedule(trace, from)));
        AddMinutes(minutes, trace, from, model);
        cancellation.ThrowIfCancellationRequested();
        progress.Report(new RunProgress(2, 3, "with functions held out"));
        if (task.Suite.Form.Length == 0) AddScores(scores, "functions", trace, from, CrossValidation.Evaluations(trace, from, Folds, model.Info.Options, training));
        else task.Warn("Functions were not held out in this form.");
        return [scores, minutes];
    }

    public IEnumerable<IReadOnlyList<Inline>> Answer(StudyData data) => new ForecastPage(data).Answer();

    public IEnumerable<Block> Report(StudyData data) => new ForecastPage(data).Blocks();

    private static void AddScores(Sheet sheet, string heldOut, Trace trace, int from, IReadOnlyList<HorizonEvaluation> evaluations)
    {
        var functions = EvaluatedFunctions.Of(trace, from);
        foreach (var evaluation in evaluations)
            foreach (var board in evaluation.Boards)
                for (var i = 0; i < functions.Places.Count; i++)
                {
                    var s = board.Scores[functions.Places[i]];
                    sheet.Add(heldOut, evaluation.Horizon, board.Name, functions.Places[i], s.Minutes, s.Calls, s.Under, s.Over, s.Squares, s.Pinball, functions.Units[i]);
                }
    }

    // The functions that are drawn differ in volume and trigger: every so-manieth by calls among those scored.
    private static void AddMinutes(Sheet sheet, Trace trace, int from, PredictorModel model)
    {
        var ranked = EvaluatedFunctions.Of(trace, from).Places.OrderByDescending(f => trace.Functions[f].Counts.Total).ThenBy(f => f).ToArray();
        var chosen = Enumerable.Range(0, Drawn).Select(i => ranked[i * (ranked.Length - 1) / (Drawn - 1)]).Distinct().ToArray();
        var walked = WalkedForecast.Through(trace, model);
        foreach (var f in chosen)
            for (var minute = from; minute < trace.Minutes; minute++)
            {
                var now = 60.0 * minute;
                double Quantile(double level) => 60 * walked.RateQuantile(f, now, 0, level);
                sheet.Add(trace.Functions[f].Key.ToString(), trace.Functions[f].Trigger.ToString().ToLowerInvariant(), minute, trace.Functions[f].Counts[minute], 60 * walked.MeanRate(f, now, 0), Quantile(0.05), Quantile(0.25), Quantile(0.75), Quantile(0.95));
            }
    }
}
