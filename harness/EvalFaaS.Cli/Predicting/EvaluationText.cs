using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Simulator.Comparing;

namespace EvalFaaS.Cli.Predicting;

/// <summary>An evaluation as tables for people.</summary>
internal static class EvaluationText
{
    private static readonly string[] Columns =
        ["", "WAPE %", "without top 3", "MASE median", "mean", "RMSE", "pinball", "under %", "over %"];

    public static void Write(EvaluationReport report)
    {
        Console.Out.WriteLine($"{report.Functions} functions with at least 30 active minutes, minute {report.FromMinute} and after"
            + (report.SeenInTraining ? ", later minutes of the trace that the model was trained on." : ", a trace that the model was not trained on."));
        foreach (var horizon in report.Horizons) Write(horizon);
    }

    /// <summary>What the forecasts come to.</summary>
    public static void Write(IReadOnlyList<ForecastOutcome> outcomes)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"What they come to where they drive keep-alive ({ForecastOutcome.Policy}) in the simulator");
        Output.WriteTable(["", "cold starts", "of these first calls", "waited 100 ms or longer", "wasted GiB h"], outcomes.Select(o => (string[])
        [
            o.Name, Number(o.ColdStarts, "0.#"), Number(o.FirstCalls, "0.#"), Number(o.Late, "0.#"), Number(o.WastedGiBHours, "0.00"),
        ]));
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Write(HorizonReport report)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"{report.Horizon} min ahead");
        Output.WriteTable(Columns, [
            Row("model", report.Model), Row("model without learning", report.Unlearned), Row("gate of six baselines", report.Gate),
            .. report.Baselines.Select(b => Row(b.Key, b.Value)),
        ]);
        Write("The model against the gate", report.OverGate);
        if (report.Model == report.Unlearned)
        {
            Console.Out.WriteLine("Learned models are not used at this horizon: on the minutes held back from training they did not help.");
            return;
        }

        Write("What learning adds", report.OverUnlearned);
        if (report.OverUnlearned.Mase.Lower <= 0 && report.OverUnlearned.Wape.Lower <= 0)
            Console.Out.WriteLine("The learned models add nothing that the interval could tell from chance.");
    }

    private static void Write(string what, Improvement better) =>
        Console.Out.WriteLine($"{what} (95 % interval over functions): WAPE {Text(better.Wape)} points, MASE {Text(better.Mase)}, pinball {Text(better.Pinball)} (over calls {Text(better.PinballShare)} points) less.");

    private static string Text(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Value:0.0000} [{interval.Lower:0.0000}, {interval.Upper:0.0000}]");

    private static string[] Row(string name, Summary s) =>
    [
        name,
        .. new[] { s.Wape, s.WapeWithoutTop3 }.Select(v => v.ToString("0.00", CultureInfo.InvariantCulture)),
        .. new[] { s.MaseMedian, s.MaseMean, s.Rmse, s.Pinball }.Select(v => v.ToString("0.000", CultureInfo.InvariantCulture)),
        .. new[] { s.Under, s.Over }.Select(v => v.ToString("0.00", CultureInfo.InvariantCulture)),
    ];
}
