namespace EvalFaaS.Harness.Reports;

/// <summary>Sentences that say which parts of curves of latency are withheld, and why.</summary>
internal static class WithheldCaption
{
    /// <summary>A sentence for each curve that is not whole, with how the ends of what is drawn are marked; nothing where all are.</summary>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<LatencyCurve> curves) => curves.All(c => c.IsWhole)
        ? []
        : [" Open circles end what is not withheld. ", .. curves.Where(c => !c.IsWhole).SelectMany(Of)];

    private static IReadOnlyList<Inline> Of(LatencyCurve curve) =>
    [
        $"{Captions.Named(curve.Cell)} is withheld ", .. Where(curve), ": its latencies there are below ",
        new FigureInline($"{curve.Cell.Id}/least_shown_ns", Figure.Round(curve.LeastNs), Quantity.Format(curve.LeastNs, Figure.Nanoseconds)),
        ", ten times the generator’s own lateness, and say more of it than of the target. ",
    ];

    private static IReadOnlyList<Inline> Where(LatencyCurve curve)
    {
        var share = curve.Parts[^1].From;
        Inline from = new FigureInline($"{curve.Cell.Id}/shown_from", Figure.Round(share), $"{Quantity.Format(100 * share, Figure.One)} %");
        return curve.Parts switch
        {
            [(0, _)] => ["above the median"],
            [(0, _), _] => ["between the median and ", from],
            _ => ["up to ", from],
        };
    }
}
