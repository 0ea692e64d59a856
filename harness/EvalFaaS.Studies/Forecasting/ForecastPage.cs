using EvalFaaS.Harness.Reports;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Studies.Charts;
using EvalFaaS.Studies.Data;
using EvalFaaS.Studies.Reports;
using Summary = EvalFaaS.Predictor.Evaluation.Summary;

namespace EvalFaaS.Studies.Forecasting;

/// <summary>What the study of the predictor shows.</summary>
internal sealed class ForecastPage(StudyData data)
{
    private const string Model = "model", Unlearned = "model without learning", Gate = "gate", Hours = "hours", Both = "functions";
    private readonly Sheet _scores = data.Sheets["scores.csv"], _minutes = data.Sheets["minutes.csv"];

    private int Seed => data.Record.Suite.Seed;

    public IEnumerable<IReadOnlyList<Inline>> Answer()
    {
        var (model, gate) = (Of(Hours, 1, Model), Of(Hours, 1, Gate));
        var better = Compare(Hours, 1, Gate, Model);
        yield return
        [
            "One minute ahead, on ", Figures.Count("functions", model.Scores.Count), " functions and hours that nothing was fitted to, the predictor has a WAPE of ", Figures.Of("hours/1/model/wape", model.Figures.Wape, 2), " % and a median MASE of ", Figures.Of("hours/1/model/mase_median", model.Figures.MaseMedian, 3),
            "; the reference gate has ", Figures.Of("hours/1/gate/wape", gate.Figures.Wape, 2), " % and ", Figures.Of("hours/1/gate/mase_median", gate.Figures.MaseMedian, 3), ". Pinball loss over calls is less by ",
            Figures.Of("hours/1/over_gate/pinball_share", better.PinballShare.Value, 3), " points [", .. Figures.Ends("hours/1/over_gate/pinball_share", better.PinballShare.Lower, better.PinballShare.Upper, 3), "] (95 %, over functions).",
        ];
        var added = Compare(Hours, 1, Unlearned, Model);
        yield return
        [
            "Learned trees add ", Figures.Of("hours/1/over_unlearned/mase", added.Mase.Value, 4), " of mean MASE [", .. Figures.Ends("hours/1/over_unlearned/mase", added.Mase.Lower, added.Mase.Upper, 4), "] to the same gate without them",
            added.Mase.Lower > 0 || added.Wape.Lower > 0 ? "." : ": nothing that the interval could tell from chance.",
        ];
    }

    public IEnumerable<Block> Blocks() => [.. Drawn(), .. Tables(Hours, "errors", "Errors on held-out hours"), .. Tables(Both, "functions", "Errors on functions never seen"), .. Comparisons(), .. Method()];

    private IEnumerable<Block> Drawn()
    {
        yield return new HeadingBlock(2, "forecasts", "Forecast and actual");
        yield return new ParagraphBlock(["Functions of all volumes, one minute ahead, each minute forecast from those before it. The bands hold the middle 90 % as forecast."]);
        foreach (var function in _minutes.Rows.GroupBy(r => _minutes.Text(r, "function")))
        {
            var rows = function.ToList();
            double At(string[] row, string column) => _minutes.Number(row, column);
            var within = rows.Count(r => At(r, "calls") >= At(r, "q05") - 1e-6 && At(r, "calls") <= At(r, "q95") + 1e-6);
            yield return new ChartBlock(
                CurveChart.Paint(Anchor.Of("forecast", function.Key), $"Calls of function {function.Key} by minute with their forecast and its band; the numbers are in minutes.csv.",
                    new CurveAxes($"minute of the trace; function {function.Key}, called by {_minutes.Text(rows[0], "trigger")}", "calls a minute") { Height = 300, LeastX = At(rows[0], "minute") },
                    [
                        new Curve("forecast", 0, [.. rows.Select(r => (At(r, "minute"), At(r, "forecast")))]) { Marked = false, Band = [.. rows.Select(r => (At(r, "q05"), At(r, "q95")))] },
                        new Curve("actual", 1, [.. rows.Select(r => (At(r, "minute"), At(r, "calls")))]) { Joined = false, Small = true },
                    ]),
                [Figures.Count($"band/{function.Key}", within), " of ", Figures.Count($"band/{function.Key}/minutes", rows.Count), " minutes lie within the band."]);
        }
    }

    private IEnumerable<Block> Tables(string heldOut, string id, string title)
    {
        var horizons = _scores.Rows.Where(r => _scores.Text(r, "held_out") == heldOut).Select(r => (int)_scores.Number(r, "horizon")).Distinct().ToList();
        if (horizons.Count == 0) yield break;
        yield return new HeadingBlock(2, id, title);
        foreach (var horizon in horizons)
            yield return new TableBlock(
                $"{horizon} min ahead",
                [new("Method"), new("WAPE, %", ColumnKind.Number), new("Without the top 3", ColumnKind.Number), new("Median MASE", ColumnKind.Number), new("Mean MASE", ColumnKind.Number), new("RMSE", ColumnKind.Number), new("Pinball", ColumnKind.Number), new("Under, %", ColumnKind.Number), new("Over, %", ColumnKind.Number)],
                [.. Methods(heldOut, horizon).Select(method =>
                {
                    var f = Of(heldOut, horizon, method).Figures;
                    var place = $"{heldOut}/{horizon}/{method}";
                    return new Row(
                    [
                        [method == Gate ? "reference gate of six baselines" : method], [Figures.Of(place + "/wape", f.Wape, 2)], [Figures.Of(place + "/wape_without_top3", f.WapeWithoutTop3, 2)], [Figures.Of(place + "/mase_median", f.MaseMedian, 3)], [Figures.Of(place + "/mase_mean", f.MaseMean, 3)],
                        [Figures.Of(place + "/rmse", f.Rmse, 2)], [Figures.Of(place + "/pinball", f.Pinball, 3)], [Figures.Of(place + "/under", f.Under, 2)], [Figures.Of(place + "/over", f.Over, 2)],
                    ]);
                })]);
    }

    private IEnumerable<Block> Comparisons()
    {
        yield return new HeadingBlock(2, "paired", "Paired improvements");
        yield return new ParagraphBlock(["Less is better; positive is less. Intervals resample whole functions, 95 %."]);
        var rows = from heldOut in new[] { Hours, Both }
                   from horizon in _scores.Rows.Where(r => _scores.Text(r, "held_out") == heldOut).Select(r => (int)_scores.Number(r, "horizon")).Distinct()
                   from old in new[] { Gate, Unlearned }
                   select (heldOut, horizon, old, Better: Compare(heldOut, horizon, old, Model));
        yield return new TableBlock(
            "The model against the gate, and against itself without learned trees",
            [new("Held out"), new("Minutes ahead", ColumnKind.Number), new("Against"), new("WAPE, points", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Mean MASE", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Pinball, naive errors", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Pinball over calls, points", ColumnKind.Number), new("95 %", ColumnKind.Interval)],
            [.. rows.Select(r => new Row(
            [
                [r.heldOut == Hours ? "hours" : "hours and functions"], [Figures.Count($"{r.heldOut}/{r.horizon}/ahead", r.horizon)], [r.old == Gate ? "reference gate" : "without learning"],
                .. Cells($"{r.heldOut}/{r.horizon}/over_{r.old}/wape", r.Better.Wape), .. Cells($"{r.heldOut}/{r.horizon}/over_{r.old}/mase", r.Better.Mase),
                .. Cells($"{r.heldOut}/{r.horizon}/over_{r.old}/pinball", r.Better.Pinball), .. Cells($"{r.heldOut}/{r.horizon}/over_{r.old}/pinball_share", r.Better.PinballShare),
            ]))]);
    }

    private IEnumerable<Block> Method()
    {
        yield return new HeadingBlock(2, "method", "Method");
        yield return new ListBlock(
        [
            ["The functions of ", new CodeInline(data.Record.Suite.Trace), " with at least 30 active minutes; trained on the minutes before ", Figures.Count("method/from", data.Record.Suite.HeldOutFrom), ", each later minute forecast from those before it, then revealed."],
            ["MASE and pinball loss are in units of each function’s naive error before the test; functions that never changed there are left out of both."],
            ["Never seen: the applications are dealt into five folds, and each fold’s functions are forecast by trees that learnt from the others’ earlier minutes."],
            ["The reference gate picks, for each function, one of six baselines by its error in the 120 minutes before the test. All get their quantiles in the same way, from their own newest errors."],
        ]);
    }

    private static IEnumerable<IReadOnlyList<Inline>> Cells(string id, Interval interval) => [[Figures.Of(id, interval.Value, 4)], Figures.Ends(id, interval.Lower, interval.Upper, 4)];

    private IEnumerable<string> Methods(string heldOut, int horizon) => new[] { Model, Unlearned, Gate }.Concat(RowsOf(heldOut, horizon).Select(r => _scores.Text(r, "method")).Distinct().Where(m => m is not (Model or Unlearned or Gate)));

    private IEnumerable<string[]> RowsOf(string heldOut, int horizon) => _scores.Rows.Where(r => _scores.Text(r, "held_out") == heldOut && (int)_scores.Number(r, "horizon") == horizon);

    private Improvement Compare(string heldOut, int horizon, string old, string better)
    {
        var (a, b) = (Of(heldOut, horizon, old), Of(heldOut, horizon, better));
        return Improvement.Of(a.Scores, b.Scores, a.Units, Seed);
    }

    private (IReadOnlyList<Score> Scores, IReadOnlyList<double> Units, Summary Figures) Of(string heldOut, int horizon, string method)
    {
        var rows = RowsOf(heldOut, horizon).Where(r => _scores.Text(r, "method") == method).ToList();
        Score[] scores = [.. rows.Select(r => new Score { Minutes = (int)_scores.Number(r, "minutes"), Calls = _scores.Number(r, "calls"), Under = _scores.Number(r, "under"), Over = _scores.Number(r, "over"), Squares = _scores.Number(r, "squares"), Pinball = _scores.Number(r, "pinball") })];
        double[] units = [.. rows.Select(r => _scores.Number(r, "unit"))];
        return (scores, units, Summary.Of(scores, units));
    }
}
