namespace EvalFaaS.Harness.Scenarios.Prices;

/// <summary>
/// What a platform charges for invocations, as it published it on a day: a price for each request, for memory over the time that an invocation took, and for
/// processor time. A sheet is a data file under scenarios/prices; see docs/scenario-reference.md.
/// </summary>
public sealed record PriceSheet
{
    private const double GibiByte = 1 << 30, Mebibyte = 1 << 20;

    /// <summary>Its name: that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>Whose prices these are, where and on which terms.</summary>
    public required string Title { get; init; }

    /// <summary>Three capital letters (ISO 4217), for example <c>USD</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>When the prices were read at the source, <c>YYYY-MM-DD</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Address of the page that has them.</summary>
    public required string Source { get; init; }

    /// <summary>Price of a million requests. Default 0.</summary>
    public double PerMillionRequests { get; init; }

    /// <summary>Price of a GB of memory (1024 MiB) for a second. Default 0.</summary>
    public double PerGbSecond { get; init; }

    /// <summary>Price of a second of processor time. Default 0.</summary>
    public double PerCpuSecond { get; init; }

    /// <summary>Time is rounded up to a multiple of this, ns. Default 0: to the nanosecond.</summary>
    public long GranularityNs { get; init; }

    /// <summary>The shortest time that is charged, ns. Default 0.</summary>
    public long MinimumNs { get; init; }

    /// <summary>The least memory that is charged, MiB. Default 0.</summary>
    public int MinimumMemoryMib { get; init; }

    /// <summary>Memory is rounded up to a multiple of this, MiB. Default 0: to the byte.</summary>
    public int MemoryStepMib { get; init; }

    /// <summary>What a reader must know besides.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The time charged for an invocation that took so long, ns.</summary>
    public double BilledNs(double ns) => Math.Max(MinimumNs, GranularityNs == 0 ? ns : Math.Ceiling(ns / GranularityNs) * GranularityNs);

    /// <summary>The memory charged for a function that takes so much, bytes; null: unknown, then the least.</summary>
    public double BilledBytes(double? bytes) => Math.Max(MinimumMemoryMib * Mebibyte, MemoryStepMib == 0 ? bytes ?? 0 : Math.Ceiling((bytes ?? 0) / (MemoryStepMib * Mebibyte)) * MemoryStepMib * Mebibyte);

    /// <summary>Price of requests, of memory over time, and of processor time together, as they stand: nothing is rounded up.</summary>
    /// <param name="requests">How many.</param>
    /// <param name="mibSeconds">Memory over time, MiB s.</param>
    /// <param name="cpuSeconds">Processor time.</param>
    public double Of(double requests, double mibSeconds, double cpuSeconds = 0) =>
        requests / 1e6 * PerMillionRequests + mibSeconds / 1024 * PerGbSecond + cpuSeconds * PerCpuSecond;

    /// <summary>Price of a million invocations.</summary>
    /// <param name="billedNs">Mean of the time charged for each, ns.</param>
    /// <param name="billedBytes">Memory charged, bytes.</param>
    /// <param name="cpuNs">Mean processor time of each, ns.</param>
    public double PerMillion(double billedNs, double billedBytes, double cpuNs) =>
        PerMillionRequests + 1e6 * (billedNs / 1e9 * billedBytes / GibiByte * PerGbSecond + BilledNs(cpuNs) / 1e9 * PerCpuSecond);
}
