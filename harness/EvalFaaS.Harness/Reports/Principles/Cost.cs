namespace EvalFaaS.Harness.Reports;

/// <summary>P8: what the experiment and its results cost in resources or money.</summary>
internal sealed class Cost : IPrinciple
{
    public string Name => "Cost";

    public PrincipleFinding Check(ReportContext context)
    {
        var cpu = context.Summary.Cells.Count(c => c.Find(Metrics.CpuPerRequest) is not null);
        var memory = context.Summary.Cells.Count(c => c.Find(Metrics.ProportionalPerInstance) is not null || c.Find(Metrics.ResidentPerInstance) is not null);
        var priced = context.Summary.Cells.Count(c => context.Environment.Suite.Prices.Any(p => c.Find(Metrics.CostBy(p.Name)) is not null));
        return new(
            priced > 0 ? PrincipleVerdict.Met : cpu + memory > 0 ? PrincipleVerdict.Partly : PrincipleVerdict.NotMet,
            "CPU time of a request in ", Inlines.Count("run/cells_cpu", cpu), " cells, memory of an instance in ", Inlines.Count("run/cells_memory", memory), "; the run took ",
            new FigureInline("run/duration", context.Environment.DurationNs, Quantity.Format(context.Environment.DurationNs, Figure.Nanoseconds)), ". ",
            Inlines.Count("run/cells_priced", priced), priced > 0 ? " cells have a price in money, by the sheets under “What it would cost”." : " cells have a price in money: the suite names no price sheet.");
    }
}
