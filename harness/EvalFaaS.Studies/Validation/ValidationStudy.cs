using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Simulator.Validation;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.Validation;

/// <summary>The simulator against what is known exactly, and against measured cold starts.</summary>
internal sealed class ValidationStudy : IStudy
{
    private static readonly SheetForm Values = new("values.csv",
    [
        new("case", "what was simulated"), new("quantity", "which quantity"), new("source", "where the exact value comes from"), new("simulated", "its value as simulated"), new("exact", "its exact value"),
        new("standard_error", "standard error of the simulated value"), new("z", "standard errors that they lie apart, as a standard normal number"),
    ]);

    private static readonly SheetForm Points = new("points.csv",
    [
        new("service", "law of the service time: exponential, or deterministic"), new("rate_per_s", "arrivals a second"), new("measured", "measured probability of a cold start"), new("measured_error", "its standard error"),
        new("simulated", "as simulated"), new("run_error", "standard error of one simulated run of the experiment's length"), new("z", "difference over both standard errors"), new("measured_instances", "measured mean number of instances"), new("instances", "as simulated"),
    ]);

    private static readonly SheetForm Totals = new("totals.csv",
    [
        new("runs", "simulated runs"), new("z_bound", "how far each value may lie off"), new("little_error", "largest relative error of Little's law over all runs"), new("little_tolerance", "what rounding explains of it"),
        new("lost", "invocations not accounted for"), new("square_bound", "what the sum of z squared over the measured points may be; empty without them"),
    ]);

    public string Name => "simulator-validation";

    public IReadOnlyList<SheetForm> Sheets { get; } = [Values, Points, Totals];

    public IReadOnlyList<Sheet> Run(StudyTask task, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var table = task.Input("simfaas/exp.csv");
        if (!File.Exists(table)) task.Warn("SimFaaS’s table is not on this machine: the comparison with measured cold starts was left out.");
        var options = new ValidationOptions { Seed = task.Suite.Seed, Scale = task.Suite.Scale, SimFaasTable = File.Exists(table) ? table : null };
        var total = ValidationSuite.Cases.Count + 1;
        var report = ValidationSuite.Run(options, (done, name) => progress.Report(new RunProgress(done, total, name)), cancellation);
        Sheet values = new(Values), points = new(Points), totals = new(Totals);
        foreach (var r in report.Rows) values.Add(r.Case, r.Quantity, r.Source, r.Value, r.Expected, r.StandardError, r.Z);
        foreach (var (law, of) in new[] { ("exponential", report.SimFaas), ("deterministic", report.SimFaasDeterministic) })
            foreach (var p in of?.Points ?? []) points.Add(law, p.Rate, p.Measured, p.MeasuredError, p.Simulated.Value, p.RunError, p.Z, p.MeasuredInstances, p.Instances);
        totals.Add(report.Runs, report.ZBound, report.LargestLittleError, ValidationReport.LittleTolerance, report.LostInvocations, report.SimFaas?.Bound);
        return [values, points, totals];
    }

    public IEnumerable<IReadOnlyList<Inline>> Answer(StudyData data) => new ValidationPage(data).Answer();

    public IEnumerable<Block> Report(StudyData data) => new ValidationPage(data).Blocks();
}
