using EvalFaaS.Harness.Reports;
using EvalFaaS.Studies.Charts;
using EvalFaaS.Studies.Data;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Studies.Validation;

/// <summary>What the validation shows.</summary>
internal sealed class ValidationPage(StudyData data)
{
    private readonly Sheet _values = data.Sheets["values.csv"], _points = data.Sheets["points.csv"], _totals = data.Sheets["totals.csv"];

    public IEnumerable<IReadOnlyList<Inline>> Answer()
    {
        var bound = Total("z_bound");
        var largest = _values.Rows.Max(r => Math.Abs(_values.Number(r, "z")));
        yield return
        [
            Figures.Count("values", _values.Rows.Count), " simulated values lie at most ", Figures.Of("largest_z", largest, 2), " standard errors from the exact ones, and ", Figures.Of("z_bound", bound, 2),
            " is the bound, which a right simulator passes in one table of a thousand: ", new StrongInline(largest <= bound ? "all hold." : "not all hold."),
            " Little’s law holds in each of ", Figures.Count("runs", Total("runs")), " runs to ", new FigureInline("little", Total("little_error"), Total("little_error").ToString("0.0e0", System.Globalization.CultureInfo.InvariantCulture)),
            ", and ", Figures.Count("lost", Total("lost")), " invocations are not accounted for.",
        ];
        if (Squares("exponential") is var squares && !double.IsNaN(squares))
            yield return
            [
                "Against the cold starts that SimFaaS’s authors measured on AWS Lambda in ", Figures.Count("points", Of("exponential").Count), " experiments the sum of z squared is ", Figures.Of("squares", squares, 1), ", and ", Figures.Of("square_bound", Total("square_bound"), 1),
                " is the bound (95 %, nothing fitted); the mean relative difference is ", Figures.Of("mape", Mape("exponential"), 1), " %, of which the table’s own noise explains ", Figures.Of("perfect_mape", PerfectMape(), 1), " %.",
            ];
    }

    public IEnumerable<Block> Blocks()
    {
        yield return new HeadingBlock(2, "exact", "Against exact results");
        var rows = _values.Rows.Select((r, i) => (Row: r, Number: i + 1)).ToList();
        yield return new ChartBlock(
            CurveChart.Paint("z", $"Points of {rows.Count} values by the standard errors that they lie from the exact value, with the bound on both sides; the numbers are in the table below.",
                new CurveAxes("number of the value in the table", "standard errors from the exact value") { LeastY = -5, MostY = 5, Height = 360 },
                [
                    new Curve("values", 0, [.. rows.Select(r => ((double)r.Number, _values.Number(r.Row, "z")))]) { Joined = false },
                    new Curve("bound", 1, [(1, Total("z_bound")), (rows.Count, Total("z_bound"))]) { Marked = false },
                    new Curve("bound", 1, [(1, -Total("z_bound")), (rows.Count, -Total("z_bound"))]) { Marked = false },
                ]),
            [Figures.Count("within2", rows.Count(r => Math.Abs(_values.Number(r.Row, "z")) <= 2)), " of ", Figures.Count("values", rows.Count), " lie within two standard errors; of right ones ", Figures.Of("expected2", 0.9545 * rows.Count, 1), " are expected there."]);
        yield return new TableBlock(
            "Simulated and exact",
            [new("Number", ColumnKind.Number), new("Quantity"), new("Simulated", ColumnKind.Number), new("Exact", ColumnKind.Number), new("Standard error", ColumnKind.Number), new("z", ColumnKind.Number), new("From")],
            [.. rows.GroupBy(r => _values.Text(r.Row, "case")).SelectMany(g => g.Select(r => Cells(r.Row, r.Number)).Prepend(new Row([], g.Key)))]);
        if (_points.Rows.Count == 0) yield break;
        yield return new HeadingBlock(2, "measured", "Against measured cold starts");
        var exponential = Of("exponential");
        var worst = exponential.Max(p => Math.Max(_points.Number(p, "measured"), _points.Number(p, "simulated")));
        var best = exponential.Min(p => Math.Min(_points.Number(p, "measured"), _points.Number(p, "simulated")));
        yield return new ChartBlock(
            CurveChart.Paint("simfaas", $"Points of {exponential.Count} experiments by measured and simulated probability of a cold start; the numbers are in the table below.",
                new CurveAxes("measured probability of a cold start", "simulated") { LogX = true, LogY = true },
                [
                    new Curve("equal", 6, [(best, best), (worst, worst)]) { Marked = false },
                    new Curve("exponential service", 0, [.. exponential.Select(p => (_points.Number(p, "measured"), _points.Number(p, "simulated")))]) { Joined = false },
                ]),
            ["Each point is one experiment of 28 hours; SimFaaS’s table, arXiv 2102.08904."]);
        yield return new TableBlock(
            "The experiments, with exponential service",
            [new("Arrivals a second", ColumnKind.Number), new("Measured", ColumnKind.Number), new("Simulated", ColumnKind.Number), new("z", ColumnKind.Number), new("Instances measured", ColumnKind.Number), new("Simulated", ColumnKind.Number)],
            [.. exponential.Select((p, i) => new Row(
            [
                [Figures.Of($"point/{i}/rate", _points.Number(p, "rate_per_s"), 3)], [Figures.Of($"point/{i}/measured", _points.Number(p, "measured"), 5)], [Figures.Of($"point/{i}/simulated", _points.Number(p, "simulated"), 5)], [Figures.Of($"point/{i}/z", _points.Number(p, "z"), 2)],
                [Figures.Of($"point/{i}/instances_measured", _points.Number(p, "measured_instances"), 2)], [Figures.Of($"point/{i}/instances", _points.Number(p, "instances"), 2)],
            ]))]);
        yield return new ParagraphBlock(["With deterministic service, which records of single requests show, the sum of z squared is ", Figures.Of("squares_deterministic", Squares("deterministic"), 1), " and the mean relative difference ", Figures.Of("mape_deterministic", Mape("deterministic"), 1), " %; it is not judged."], ParagraphStyle.Note);
    }

    private Row Cells(string[] row, int number) => new(
    [
        [Figures.Count($"value/{number}", number)], [_values.Text(row, "quantity")],
        [Figures.Of($"value/{number}/simulated", _values.Number(row, "simulated"), 5)], [Figures.Of($"value/{number}/exact", _values.Number(row, "exact"), 5)],
        [Figures.Of($"value/{number}/error", _values.Number(row, "standard_error"), 6)], [Figures.Of($"value/{number}/z", _values.Number(row, "z"), 2)], [_values.Text(row, "source")],
    ]);

    private double Total(string column) => _totals.Number(_totals.Rows[0], column);

    private List<string[]> Of(string law) => [.. _points.Rows.Where(r => _points.Text(r, "service") == law)];

    private double Squares(string law) => Of(law) is { Count: > 0 } points ? points.Sum(p => Math.Pow(_points.Number(p, "z"), 2)) : double.NaN;

    private double Mape(string law) => 100 * Of(law).Average(p => Math.Abs(_points.Number(p, "simulated") - _points.Number(p, "measured")) / _points.Number(p, "measured"));

    private double PerfectMape() => 100 * Of("exponential").Average(p => _points.Number(p, "measured_error") / _points.Number(p, "measured")) * Math.Sqrt(2 / Math.PI);
}
