using System.Collections.Immutable;
using System.Globalization;

namespace EvalFaaS.Harness.Data;

/// <summary>What a neighbour did while a trial was measured; columns of trials.csv.</summary>
public sealed record NeighbourDoings
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its requests that ended, however they did.</summary>
    public required long Ended { get; init; }

    /// <summary>Of these, answered rightly.</summary>
    public required long Ok { get; init; }

    /// <summary>Of these, the others, by how they ended (as a sample's outcome).</summary>
    public ImmutableSortedDictionary<string, long> Failures { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>How often it was started again because it had ended.</summary>
    public long Restarts { get; init; }

    /// <summary>Of those that ended, how many failed.</summary>
    public long Failed => Ended - Ok;

    /// <summary>The failures as they are written: <c>connection-lost 3; http-504 12</c>.</summary>
    public string FailuresText => string.Join("; ", Failures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value}")));

    internal static NeighbourDoings? Read(CsvRow row) => row.Words("neighbour") is not { } name ? null : new NeighbourDoings
    {
        Name = name,
        Ended = row.Count("neighbour_ended"),
        Ok = row.Count("neighbour_ok"),
        Failures = Parse(row),
        Restarts = row.Number("neighbour_restarts") ?? 0,
    };

    private static ImmutableSortedDictionary<string, long> Parse(CsvRow row) =>
        (row.Words("neighbour_failures")?.Split("; ") ?? []).Select(part => part.Split(' ')).ToImmutableSortedDictionary(
            part => part[0],
            part => part.Length == 2 && long.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : throw new InvalidDataException($"trials.csv, line {row.Line}: 'neighbour_failures' is no list of the form 'http-504 12; timeout 3'."),
            StringComparer.Ordinal);
}
