using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Published;

/// <summary>The published data that a run's figures are held against, as far as they are there.</summary>
/// <param name="Record">What the result says of them.</param>
/// <param name="Rows">What was recomputed; empty where they are not there.</param>
internal sealed record PublishedReading(PublishedRecord Record, IReadOnlyList<PublishedRow> Rows)
{
    /// <summary>Reads them; null where the suite names none.</summary>
    /// <exception cref="InvalidDataException">They are there and damaged: better before the run than after it.</exception>
    public static PublishedReading? Of(PublishedSet? set, string? traces)
    {
        if (set is null) return null;
        var missing = PublishedData.WhyMissing(set, traces);
        return new PublishedReading(new PublishedRecord(set, missing), missing is null ? PublishedData.Read(set, traces!) : []);
    }
}
