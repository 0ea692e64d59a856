using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Simulator.Laws.Fitting;
using static System.FormattableString;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>The report of a calibration.</summary>
internal static class CalibrationDocument
{
    public static ReportDocument Build(Calibration calibration, CalibrationPlan plan, string target, string function, string command) =>
        new($"Calibration of the simulator on {target}", DocumentBuilder.Generator, [.. Blocks(calibration, plan, target, function, command)]);

    private static IEnumerable<Block> Blocks(Calibration calibration, CalibrationPlan plan, string target, string function, string command)
    {
        yield return new HeadingBlock(1, "title", $"Calibration of the simulator on {target}");
        yield return new HeadingBlock(2, "answer", "The answer");
        yield return new ParagraphBlock([CalibrationWords.Answer(calibration)], ParagraphStyle.Answer);
        yield return new HeadingBlock(2, "method", "Method");
        yield return new ParagraphBlock([Method(plan, target, function)]);
        yield return new HeadingBlock(2, "laws", $"The laws, fitted on {plan.Fitted.Name}");
        yield return Laws(calibration.Fitted);
        yield return new ParagraphBlock(
        [
            "Statistic of Anderson and Darling; its p-value by parametric bootstrap, with the parameters fitted anew each time, over as many samples as the last column says. A law is rejected below 0.05. "
            + "The closest law that is not rejected is drawn from, else the samples' own. Service is the latency of calls that found their code loaded, as their client sees it; init is what a cold call takes longer besides the phases that the node tells.",
        ], ParagraphStyle.Note);
        yield return new HeadingBlock(2, "runs", "Predicted against measured");
        for (var i = 0; i < calibration.Runs.Count; i++)
        {
            var run = calibration.Runs[i];
            yield return new HeadingBlock(3, $"run-{i + 1}", $"{run.Measured.Scenario.Name}{(i == 0 ? " (fitted, not judged)" : "")}");
            yield return Comparisons(run, judged: i > 0);
            yield return new ChartBlock(CalibrationChart.Paint($"latency-{i + 1}", run), [Invariant($"{run.Measured.Right.Count():n0} calls, {run.Measured.Failed:n0} failed; generator {(run.Measured.Replay.Load.Behind is { } behind ? behind : "on schedule")}.")]);
        }

        if (calibration.Rankings.Count > 0)
        {
            yield return new HeadingBlock(2, "ranking", "Ranking of the policies");
            yield return new TableBlock("Policies at one rate, the lowest first", [new("Rate"), new("By"), new("Predicted"), new("Measured"), new("Right")],
                [.. calibration.Rankings.Select(r => Cells(Invariant($"{r.Rate:0.###}/s"), CalibrationWords.Name(r.Quantity), string.Join(" < ", r.Predicted), string.Join(" < ", r.Measured), r.IsRight ? "yes" : "NO"))]);
        }

        yield return new HeadingBlock(2, "machine", "Machine");
        yield return Machine();
        yield return new HeadingBlock(2, "again", "Again");
        yield return new CommandBlock(command);
    }

    private static string Method(CalibrationPlan plan, string target, string function) => Invariant(
        $"{plan.Functions} functions that do the same ({function}), each a module of its own, on a node ({target}) started anew for each run with that run's keep-alive policy. Calls are Poisson, with rates that fall as the rank to the power of 0.8, sent open-loop for {plan.Seconds:0} s from an empty start. ")
        + Invariant($"The simulator gets the same calls at the same times, the laws of the first run, the policy's own class, and carries decisions out once a second as the node does; {plan.Replications} replications. Its intervals say where one more run would lie (95 %); those of measured percentiles are by order statistics, of the rate exact binomial, of instances over ten stretches of the run. A start counts as cold where the call had to wait for the code to be loaded (N0 to N3). Not simulated: processors that are short, since calls are rare here.");

    private static TableBlock Laws(FittedFunction fitted) => new("Fitted laws, the closest first",
        [new("Phase"), new("Law"), new("A²", ColumnKind.Number), new("p", ColumnKind.Number), new("Verdict"), new("Samples", ColumnKind.Number), new("Tested", ColumnKind.Number)],
        [.. Rows("service", fitted.Service), .. fitted.ColdStart.SelectMany(p => Rows($"cold start: {p.Phase.ToString().ToLowerInvariant()}", p.Choice))]);

    private static IEnumerable<Row> Rows(string phase, LawChoice choice) => choice.Fits.Select(f => Cells(
        phase, f.Law.ToString()!.StartsWith(f.Name, StringComparison.Ordinal) ? f.Law.ToString()! : $"{f.Name}: {f.Law}", f.Statistic is { } a ? Invariant($"{a:0.###}") : "–", f.PValue is { } p ? Invariant($"{p:0.00}") : "–",
        f == choice.Chosen ? "chosen" : f.Rejected ? "rejected" : "not rejected", Invariant($"{choice.Count:n0}"), Invariant($"{choice.Tested:n0}")));

    private static TableBlock Comparisons(CalibratedRun run, bool judged) => new($"Predicted against measured: {run.Measured.Scenario.Name}",
        [new("Quantity"), new("Predicted", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Measured", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Error", ColumnKind.Number), new("Verdict")],
        [.. run.Comparisons.Select(c => Cells(
            CalibrationWords.Name(c.Quantity), CalibrationWords.Value(c.Quantity, c.Predicted.Value), CalibrationWords.Ends(c.Quantity, c.Predicted), CalibrationWords.Value(c.Quantity, c.Measured.Value), CalibrationWords.Ends(c.Quantity, c.Measured),
            CalibrationWords.Error(c), judged ? CalibrationWords.Verdict(c) : "–"))]);

    private static TableBlock Machine()
    {
        var facts = MachineFacts.Read(CpuSet.OfMachine(), null);
        return new TableBlock("The machine", [new("What"), new("Value")],
        [
            Cells("CPU", facts.Cpu), Cells("processors", Invariant($"{facts.LogicalProcessors}; generator {facts.GeneratorProcessors}, node {facts.TargetProcessors}")), Cells("memory", Invariant($"{facts.MemoryBytes >> 20:n0} MiB")),
            Cells("kernel", facts.Kernel), Cells("system", facts.OperatingSystem), Cells("virtualisation", facts.Virtualisation), Cells(".NET", facts.DotNet), Cells("EvalFaaS", Harness.Targets.Versions.Own),
        ]);
    }

    private static Row Cells(params string[] cells) => new([.. cells.Select(c => (IReadOnlyList<Inline>)[c])]);
}
