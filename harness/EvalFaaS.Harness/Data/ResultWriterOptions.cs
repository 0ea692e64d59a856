namespace EvalFaaS.Harness.Data;

/// <summary>How much of the raw data is kept.</summary>
public sealed record ResultWriterOptions
{
    /// <summary>
    /// Samples kept of one trial; of a longer one a random part of this size is kept and its whole distribution goes into a histogram.
    /// </summary>
    /// <value>Default 400; with about 170 bytes a row, and a tenth of that again in Parquet, 20 MB hold 100,000 rows.</value>
    public int SamplesPerTrial { get; init; } = 400;

    /// <summary>Seed of that choice. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
