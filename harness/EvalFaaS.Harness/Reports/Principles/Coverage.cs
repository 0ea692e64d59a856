namespace EvalFaaS.Harness.Reports;

/// <summary>P2: several workloads and configurations are covered, and those of interest are not left out.</summary>
internal sealed class Coverage : IPrinciple
{
    public string Name => "Workload and configuration coverage";

    public PrincipleFinding Check(ReportContext context)
    {
        var cells = context.Summary.Cells.Where(c => c.Figures.Length > 0).ToList();
        int functions = cells.Select(c => c.Function).Distinct().Count(), targets = cells.Select(c => c.Target).Distinct().Count(), states = cells.Select(c => c.State).Distinct().Count();
        var leftOut = context.Environment.LeftOut.Length;
        var verdict = functions < 2 || targets < 2 ? PrincipleVerdict.NotMet : leftOut > 0 || (functions < 3 && context.Sweeps.Count == 0) ? PrincipleVerdict.Partly : PrincipleVerdict.Met;
        return new(verdict,
            Inlines.Count("run/functions_measured", functions), " functions, ", Inlines.Count("run/targets_measured", targets), " targets, ", Inlines.Count("run/states_measured", states), " start states, ",
            Inlines.Count("run/sweeps", context.Sweeps.Count), " sweeps over levels; ", Inlines.Count("run/left_out", leftOut), " targets of the suite were left out.");
    }
}
