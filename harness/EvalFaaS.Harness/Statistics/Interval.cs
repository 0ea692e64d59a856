namespace EvalFaaS.Harness.Statistics;

/// <summary>An estimate with a two-sided interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end, or null where the data carry no interval.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="Count">How many independent values it rests on: blocks, or samples.</param>
public readonly record struct Interval(double Value, double? Low, double? High, int Count)
{
    /// <summary>The level of every interval, 0.95.</summary>
    public const double Level = 0.95;

    /// <summary>The fewest blocks from which an interval is formed.</summary>
    public const int MinimumBlocks = 6;
}
