using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Published data recomputed, and what this machine makes of the same kinds of functions.</summary>
internal sealed class PublishedSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        if (context.Environment.Suite.Reproduces is not { } published) yield break;
        var set = published.Set;
        yield return new HeadingBlock(2, "published", "The paper and this machine");
        yield return new ParagraphBlock([$"{set.Title} ({set.Source}, {set.Licence}). Each of its times is {set.Holds}."]);
        if (context.Summary.Published is not { Length: > 0 } pairs)
        {
            yield return new ParagraphBlock([$"The comparison was left out. {published.LeftOut}"]);
            yield break;
        }

        yield return new ParagraphBlock(
        [
            Inlines.Count("published/files", context.Data.Published.Count), " of its files were read when the suite was run and recomputed; what came out, with the digest of each file, is ", new CodeInline(ResultFiles.Published),
            $". Medians have intervals between order statistics, ratios are of {set.Baseline}’s times by ranks (Hodges-Lehmann on the logarithms): the runs of a file are taken as exchangeable. Ours are ratios of medians, paired by block. ", Dominance.Rule,
        ]);
        yield return PublishedTables.Shape(context.Data.Published, set);
        yield return new ParagraphBlock(PublishedWords.Summary(pairs), ParagraphStyle.Answer);
        if (PublishedWords.Compared(pairs) is { Count: > 0 } compared)
            yield return new ChartBlock(
                PublishedChart.Paint("published", $"Ratios of {compared.Count} pairs to the container, published across and of this machine upwards, a panel for each pair of targets, with the diagonal on which both are the same; the numbers are in the table below.", compared, context.Targets),
                ["Below the diagonal the target needs less of the container’s time here than it did there; left of the upright line it was faster than the container there, below the level one it is here. ", .. PublishedWords.Farthest(pairs)]);
        yield return PublishedTables.Ratios(pairs, set);
        yield return new ParagraphBlock(["What corresponds is declared beside the suite, start states included, with the reasons below; these are the only ratios of this report across start states."], ParagraphStyle.Note);
        if (pairs.Any(p => p.Cause is not null)) yield return PublishedTables.Causes(pairs);
        yield return new ListBlock([.. PublishedWords.Why(pairs, set)]);
        yield return PublishedTables.Functions(set);
        yield return PublishedTables.Recomputed(context.Data.Published, set);
    }
}
