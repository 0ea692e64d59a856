using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Loop.Replaying;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>Puts a calibration into a folder: report.html, report.md, charts, figures.csv, laws.csv, and samples-N.csv with every request of run N.</summary>
public static class CalibrationFiles
{
    /// <summary>Writes it.</summary>
    /// <param name="calibration">What came of it.</param>
    /// <param name="plan">What was measured.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="command">The command that does it again.</param>
    /// <param name="folder">The folder, made where it is missing.</param>
    public static void Write(Calibration calibration, CalibrationPlan plan, string target, string function, string command, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteFigures(calibration, Path.Combine(folder, "figures.csv"));
        WriteLaws(calibration.Fitted, Path.Combine(folder, "laws.csv"));
        for (var i = 0; i < calibration.Runs.Count; i++)
        {
            var run = calibration.Runs[i].Measured;
            ReplayFiles.WriteSamples(run.Replay, Names(run), target, "N4", Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"samples-{i + 1}.csv")));
        }

        DocumentFiles.Write(CalibrationDocument.Build(calibration, plan, target, function, command), folder);
    }

    private static IReadOnlyList<string> Names(MeasuredRun run) => run.Slice.Functions;

    private static void WriteFigures(Calibration calibration, string path)
    {
        using var csv = new CsvRowWriter(new FileStream(path, FileMode.Create));
        csv.Header(["run", "rate", "policy", "figure", "predicted", "predicted_low", "predicted_high", "measured", "measured_low", "measured_high", "error", "bound"]);
        foreach (var (number, run) in calibration.Runs.Index())
            foreach (var c in run.Comparisons)
                csv.Field(number + 1L).Field(run.Measured.Scenario.Rate).Field(run.Measured.Scenario.Policy.Text).Field(CalibrationWords.Name(c.Quantity)).Field(c.Predicted.Value).Field(c.Predicted.Low).Field(c.Predicted.High)
                    .Field(c.Measured.Value).Field(c.Measured.Low).Field(c.Measured.High).Field(c.Error).Field(number == 0 ? null : c.Bound).EndRow();
        csv.Flush();
    }

    private static void WriteLaws(FittedFunction fitted, string path)
    {
        using var csv = new CsvRowWriter(new FileStream(path, FileMode.Create));
        csv.Header(["phase", "family", "law", "anderson_darling", "p", "chosen", "rejected", "samples", "tested"]);
        foreach (var (phase, choice) in fitted.ColdStart.Select(p => (p.Phase.ToString().ToLowerInvariant(), p.Choice)).Prepend(("service", fitted.Service)))
            foreach (var fit in choice.Fits)
                csv.Field(phase).Field(fit.Name).Field(fit.Law.ToString()).Field(fit.Statistic).Field(fit.PValue).Field(fit == choice.Chosen ? 1L : 0).Field(fit.Rejected ? 1L : 0).Field((long)choice.Count).Field((long)choice.Tested).EndRow();
        csv.Flush();
    }
}
