namespace EvalFaaS.Harness.Reports;

/// <summary>P7: every number has its unit.</summary>
internal sealed class MeasurementUnits : IPrinciple
{
    private static readonly string[] Known = [Figure.Nanoseconds, Figure.PerSecond, Figure.Bytes, Figure.One];

    public string Name => "Measurement units";

    public PrincipleFinding Check(ReportContext context)
    {
        var figures = context.Summary.Cells.SelectMany(c => c.Figures).ToList();
        var named = figures.Count(f => Known.Contains(f.Unit) || context.Environment.Suite.Prices.Any(p => p.Currency == f.Unit));
        return new(
            named == figures.Count ? PrincipleVerdict.Met : PrincipleVerdict.Partly,
            Inlines.Count("run/figures_with_unit", named), " of ", Inlines.Count("run/figures", figures.Count), " figures carry a unit of the SI, bytes, a count or a currency.");
    }
}
