using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Published;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether published.csv follows from the files that it names, where these are there.</summary>
internal static class PublishedVerifier
{
    public static IEnumerable<Difference> Compare(ResultData data, string? traces, List<string> notes)
    {
        if (data.Environment.Suite.Reproduces is not { LeftOut: null, Set: var set }) return [];
        if (PublishedData.WhyMissing(set, traces) is { } why)
        {
            notes.Add($"{ResultFiles.Published} was taken as it stands, since the data that it was computed from are not here: {why}");
            return [];
        }

        var there = data.Published.ToDictionary(r => r.File);
        return [.. PublishedData.Read(set, traces!).SelectMany(row => Compare(there.GetValueOrDefault(row.File), row))];
    }

    private static IEnumerable<Difference> Compare(PublishedRow? found, PublishedRow expected)
    {
        if (found == expected) yield break;
        if (found is null) yield return new Difference(ResultFiles.Published, expected.File, "no row", "a row");
        else if (found.Digest != expected.Digest) yield return new Difference(ResultFiles.Published, $"{expected.File}, SHA-256", found.Digest, expected.Digest);
        else yield return new Difference(ResultFiles.Published, expected.File, Numbers(found), Numbers(expected));
    }

    private static string Numbers(PublishedRow row) => string.Create(CultureInfo.InvariantCulture, $"median {row.MedianNs} ns, mean {row.MeanNs} ns, ratio {row.Ratio}, start share {row.StartShare}");
}
