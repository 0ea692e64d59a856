
namespace EvalFaaS.Harness.Data;

/// <summary>The columns of published.csv. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class PublishedTable
{
    public static Table<PublishedRow> Rows { get; } = new(ResultFiles.Published,
    [
        ("set", (w, r) => w.Field(r.Set)),
        ("published_function", (w, r) => w.Field(r.Function)),
        ("published_target", (w, r) => w.Field(r.Target)),
        ("file", (w, r) => w.Field(r.File)),
        ("sha256", (w, r) => w.Field(r.Digest)),
        ("runs", (w, r) => w.Field(r.Runs)),
        ("median_ns", (w, r) => w.Field(r.MedianNs)),
        ("median_low_ns", (w, r) => w.Field(r.MedianLowNs)),
        ("median_high_ns", (w, r) => w.Field(r.MedianHighNs)),
        ("mean_ns", (w, r) => w.Field(r.MeanNs)),
        ("mean_low_ns", (w, r) => w.Field(r.MeanLowNs)),
        ("mean_high_ns", (w, r) => w.Field(r.MeanHighNs)),
        ("ratio", (w, r) => w.Field(r.Ratio)),
        ("ratio_low", (w, r) => w.Field(r.RatioLow)),
        ("ratio_high", (w, r) => w.Field(r.RatioHigh)),
        ("start_share", (w, r) => w.Field(r.StartShare)),
        ("start_share_low", (w, r) => w.Field(r.StartShareLow)),
        ("start_share_high", (w, r) => w.Field(r.StartShareHigh)),
        ("trend_p", (w, r) => w.Field(r.TrendP)),
    ],
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
