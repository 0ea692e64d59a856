using EvalFaaS.Cli.Terminal;
using EvalFaaS.Loop.Calibrating;
using EvalFaaS.Simulator.Laws.Fitting;

namespace EvalFaaS.Cli.Loops;

/// <summary>What <c>calibrate</c> found, for people and for machines.</summary>
internal static class CalibrationText
{
    public static void Write(Calibration calibration)
    {
        Output.WriteTable(["phase", "law", "p", "rejected"], Laws(calibration.Fitted).Select(l => (IReadOnlyList<string>)
            [l.Phase, l.Choice.Chosen.Law.ToString()!, l.Choice.Chosen.PValue?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "–", string.Join(", ", l.Choice.Fits.Where(f => f.Rejected).Select(f => f.Name))]));
        foreach (var (number, run) in calibration.Runs.Index())
        {
            Console.WriteLine();
            Console.WriteLine($"{run.Measured.Scenario.Name}{(number == 0 ? " (fitted, not judged)" : "")}");
            Output.WriteTable(["", "predicted", "95 %", "measured", "95 %", "error", ""], run.Comparisons.Select(c => (IReadOnlyList<string>)
            [
                CalibrationWords.Name(c.Quantity), CalibrationWords.Value(c.Quantity, c.Predicted.Value), CalibrationWords.Ends(c.Quantity, c.Predicted), CalibrationWords.Value(c.Quantity, c.Measured.Value),
                CalibrationWords.Ends(c.Quantity, c.Measured), CalibrationWords.Error(c), number == 0 ? "" : CalibrationWords.Verdict(c),
            ]));
        }

        Console.WriteLine();
        foreach (var ranking in calibration.Rankings)
            Console.WriteLine($"By {CalibrationWords.Name(ranking.Quantity)}, predicted: {string.Join(" < ", ranking.Predicted)}; measured: {string.Join(" < ", ranking.Measured)}: {(ranking.IsRight ? "right" : "WRONG")}.");
        Console.WriteLine(CalibrationWords.Answer(calibration));
    }

    public static object Machine(Calibration calibration, string target, string folder) => new
    {
        target,
        holds = calibration.Holds,
        folder,
        laws = Laws(calibration.Fitted).Select(l => new { phase = l.Phase, chosen = l.Choice.Chosen.Name, law = l.Choice.Chosen.Law.ToString(), p = l.Choice.Chosen.PValue, samples = l.Choice.Count, rejected = l.Choice.Fits.Where(f => f.Rejected).Select(f => f.Name) }),
        runs = calibration.Runs.Select((r, i) => new
        {
            rate = r.Measured.Scenario.Rate,
            policy = r.Measured.Scenario.Policy.Text,
            fitted = i == 0,
            calls = r.Measured.Replay.Samples.Count,
            failed = r.Measured.Failed,
            behind = r.Measured.Replay.Load.Behind,
            figures = r.Comparisons.ToDictionary(c => c.Quantity.ToString(), c => new { predicted = c.Predicted, measured = c.Measured, error = double.IsFinite(c.Error) ? c.Error : (double?)null, bound = c.Bound, holds = c.Holds }),
        }),
        rankings = calibration.Rankings.Select(r => new { rate = r.Rate, by = r.Quantity, predicted = r.Predicted, measured = r.Measured, right = r.IsRight }),
    };

    private static IEnumerable<(string Phase, LawChoice Choice)> Laws(FittedFunction fitted) =>
        fitted.ColdStart.Select(p => (p.Phase.ToString().ToLowerInvariant(), p.Choice)).Prepend(("service", fitted.Service));
}
