namespace EvalFaaS.Harness.Reports;

/// <summary>A number of published data and ours; null where there is none.</summary>
public sealed record TheirsAndOurs(double? Theirs, double? Ours);

/// <summary>What makes two ratios of the same kind of function different.</summary>
/// <remarks>
/// With the time of the fastest function as start, a call is start and own time, and its ratio to the baseline depends on three numbers alone:
/// (start + code · weight) / (1 + weight). Each is exchanged for ours by itself; the one whose exchange leads nearest to our ratio makes most of the difference.
/// </remarks>
public sealed record PublishedCause
{
    // Own times below this share of the start say nothing of the code, however well they are told from none.
    private const double LeastWeight = 0.05;

    /// <summary>Start on the target divided by that on the baseline: published, then ours.</summary>
    public required TheirsAndOurs Start { get; init; }

    /// <summary>Own time on the target divided by that on the baseline; null where the baseline's cannot be told from none, or is too little.</summary>
    public required TheirsAndOurs Code { get; init; }

    /// <summary>Own time on the baseline divided by its start: how much the input makes the function do.</summary>
    public required TheirsAndOurs Weight { get; init; }

    /// <summary>The published ratio with our start.</summary>
    public required double WithOurStart { get; init; }

    /// <summary>With our code, or null.</summary>
    public double? WithOurCode { get; init; }

    /// <summary>With our input, or null.</summary>
    public double? WithOurWeight { get; init; }

    /// <summary>What makes most of it: <c>start</c>, <c>code</c>, <c>input</c>, or <c>none alone</c> where no exchange leads nearer to ours.</summary>
    public required string Mostly { get; init; }

    internal static PublishedCause Of(PublishedSide theirs, PublishedSide ours)
    {
        Parts a = Parts.Of(theirs), b = Parts.Of(ours);
        var exchanged = new (string Name, double? Ratio)[]
        {
            ("start", (b.Start + a.Own) / (1 + a.Weight)),
            ("code", b.Code is { } code && a.Code is not null ? (a.Start + code * a.Weight) / (1 + a.Weight) : null),
            ("input", a.Code is { } kept ? (a.Start + kept * b.Weight) / (1 + b.Weight) : null),
        };
        var goal = ours.MedianNs / ours.BaselineNs;
        var nearest = exchanged.Where(e => e.Ratio is > 0).MinBy(e => Far(e.Ratio!.Value));
        return new PublishedCause
        {
            Start = new(Figure.Round(a.Start), Figure.Round(b.Start)),
            Code = new(Figure.Round(a.Code), Figure.Round(b.Code)),
            Weight = new(Figure.Round(a.Weight), Figure.Round(b.Weight)),
            WithOurStart = Figure.Round(exchanged[0].Ratio!.Value),
            WithOurCode = Figure.Round(exchanged[1].Ratio),
            WithOurWeight = Figure.Round(exchanged[2].Ratio),
            Mostly = Far(nearest.Ratio!.Value) < Far(theirs.MedianNs / theirs.BaselineNs) ? nearest.Name : "none alone",
        };

        double Far(double ratio) => Math.Abs(Math.Log(ratio / goal));
    }

    /// <summary>A side in units of the baseline's start.</summary>
    private readonly record struct Parts(double Start, double Own, double Weight, bool Told)
    {
        public double? Code => Told && Weight >= LeastWeight && Own > 0 ? Own / Weight : null;

        public static Parts Of(PublishedSide side) => new(
            side.StartNs / side.BaselineStartNs,
            Math.Max(0, side.MedianNs - side.StartNs) / side.BaselineStartNs,
            Math.Max(0, side.BaselineNs - side.BaselineStartNs) / side.BaselineStartNs,
            side.OwnTold);
    }
}
