namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="HybridHistogramKeepAlive"/>.</summary>
public sealed record HybridHistogramOptions
{
    private const string Paper = "Serverless in the Wild (ATC 2020) section 4.2";

    /// <summary>Width of a bin. Default 60 s.</summary>
    [PolicyOption("bin", "Width of one bin of the histogram of idle times.", Unit.Seconds, 0.001, 3600, Paper)]
    public double Bin { get; init; } = 60;

    /// <summary>Where the histogram ends. Default 14,400 s, 4 hours.</summary>
    [PolicyOption("range", "Where the histogram ends; also the window while it is not representative.", Unit.Seconds, 1, 604_800, Paper)]
    public double Range { get; init; } = 14_400;

    /// <summary>The percentile before which no call is expected. Default 0.05.</summary>
    [PolicyOption("head", "The percentile of idle times before which the function is not kept.", Unit.Share, 0, 0.5, Paper)]
    public double Head { get; init; } = 0.05;

    /// <summary>The percentile up to which calls are waited for. Default 0.99.</summary>
    [PolicyOption("tail", "The percentile of idle times up to which the function is kept.", Unit.Share, 0.5, 1, Paper)]
    public double Tail { get; init; } = 0.99;

    /// <summary>By how much loading is earlier than the head, and unloading later than the tail. Default 0.1.</summary>
    [PolicyOption("margin", "By which share loading is earlier than the head, and unloading later than the tail.", Unit.Share, 0, 1, Paper)]
    public double Margin { get; init; } = 0.1;

    /// <summary>The least coefficient of variation of the bins' counts at which the histogram is representative. Default 2.</summary>
    [PolicyOption("variation", "The least coefficient of variation of the bins' counts at which the histogram is representative.", Unit.None, 0, 1000, Paper)]
    public double Variation { get; init; } = 2;

    /// <summary>Idle times below which the histogram is not representative. Default 1.</summary>
    [PolicyOption("observations", "Idle times that must have been seen before the histogram is used.", Unit.None, 1, 1_000_000, "the paper asks for none beyond the variation")]
    public int Observations { get; init; } = 1;

    /// <summary>The share of idle times beyond the histogram above which the time series decides. Default 0.5.</summary>
    [PolicyOption("out-of-bounds", "The share of idle times beyond the histogram above which the time series decides.", Unit.Share, 0, 1, "ours: the paper says 'too many'")]
    public double OutOfBounds { get; init; } = 0.5;

    /// <summary>The margin on each side of the time series' prediction. Default 0.15.</summary>
    [PolicyOption("series-margin", "The margin on each side of the time series' prediction, as a share of it.", Unit.Share, 0, 1, Paper)]
    public double SeriesMargin { get; init; } = 0.15;
}
