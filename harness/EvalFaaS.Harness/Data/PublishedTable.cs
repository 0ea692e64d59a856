
namespace EvalFaaS.Harness.Data;

/// <summary>The columns of published.csv. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class PublishedTable
{
    public static Table<PublishedRow> Rows { get; } = new(ResultFiles.Published,
    new Columns<PublishedRow>()
        .Text("set", r => r.Set)
        .Text("published_function", r => r.Function)
        .Text("published_target", r => r.Target)
        .Text("file", r => r.File)
        .Text("sha256", r => r.Digest)
        .Integer("runs", r => r.Runs)
        .Real("median_ns", r => r.MedianNs)
        .Real("median_low_ns", r => r.MedianLowNs)
        .Real("median_high_ns", r => r.MedianHighNs)
        .Real("mean_ns", r => r.MeanNs)
        .Real("mean_low_ns", r => r.MeanLowNs)
        .Real("mean_high_ns", r => r.MeanHighNs)
        .Real("ratio", r => r.Ratio)
        .Real("ratio_low", r => r.RatioLow)
        .Real("ratio_high", r => r.RatioHigh)
        .Real("start_share", r => r.StartShare)
        .Real("start_share_low", r => r.StartShareLow)
        .Real("start_share_high", r => r.StartShareHigh)
        .Real("trend_p", r => r.TrendP),
    row => new PublishedRow
    {
        Set = row.Text("set"),
        Function = row.Text("published_function"),
        Target = row.Text("published_target"),
        File = row.Text("file"),
        Digest = row.Text("sha256"),
        Runs = (int)row.Count("runs"),
        MedianNs = row.Real("median_ns") ?? 0,
        MedianLowNs = row.Real("median_low_ns"),
        MedianHighNs = row.Real("median_high_ns"),
        MeanNs = row.Real("mean_ns") ?? 0,
        MeanLowNs = row.Real("mean_low_ns"),
        MeanHighNs = row.Real("mean_high_ns"),
        Ratio = row.Real("ratio"),
        RatioLow = row.Real("ratio_low"),
        RatioHigh = row.Real("ratio_high"),
        StartShare = row.Real("start_share") ?? 0,
        StartShareLow = row.Real("start_share_low"),
        StartShareHigh = row.Real("start_share_high"),
        TrendP = row.Real("trend_p") ?? 1,
    });
}
