using EvalFaaS.Harness.Reports;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>What the study of keep-alive policies says at the top.</summary>
internal static class KeepAliveAnswer
{
    public static IEnumerable<IReadOnlyList<Inline>> Of(KeepAliveFigures figures)
    {
        yield return Front(figures);
        yield return Costs(figures);
    }

    private static IReadOnlyList<Inline> Front(KeepAliveFigures figures)
    {
        var goal = KeepAliveFigures.Goal;
        if (figures.Best("code", KeepAlivePoint.ByModel) is not { } best) return ["No point of the forecast’s front wastes at most 0.85 times the memory of fixed ten minutes."];
        return
        [
            "Against ten minutes for all, the forecast policy at its best within ", Figures.Of("goal/waste", goal.Waste, 2), " times the wasted memory has ", Figures.Of("best/excess", best.Excess, 3),
            " of its cold starts above the unavoidable first calls, at ", Figures.Of("best/waste", best.Waste, 2), " times the waste (", new CodeInline(best.Policy), "): the goal of ", Figures.Of("goal/excess", goal.Excess, 2),
            best.Excess <= goal.Excess ? " is reached." : " is not reached.",
            " Fixed ten minutes has ", Figures.Of("fixed/excess", 1 - figures.Floor("code"), 3), " there.",
        ];
    }

    private static IReadOnlyList<Inline> Costs(KeepAliveFigures figures)
    {
        var pays = figures.Costs().Select(c => (c.ColdStart, Best: c.Costs.Where(p => p.Family is KeepAlivePoint.Fixed or KeepAlivePoint.Nothing).Min(p => p.Cost), Own: c.Costs.First(p => p.Family == KeepAlivePoint.ByModel).Cost)).ToList();
        List<Inline> words = ["By the cost of a cold start, and at a price at which 250 ms of waiting are worth 128 MiB for ten minutes, forecasting saves against the cheapest fixed window (of 100 ms to 8 h, chosen afterwards, or none at all):"];
        foreach (var (coldStart, cheapest, own) in pays)
            words.AddRange([$" {KeepAliveReport.Time(coldStart)} ", Figures.Of($"pays/{KeepAliveReport.Time(coldStart)}", 100 * (1 - own / cheapest), 1, " %"), coldStart == pays[^1].ColdStart ? "." : ","]);
        return words;
    }
}
