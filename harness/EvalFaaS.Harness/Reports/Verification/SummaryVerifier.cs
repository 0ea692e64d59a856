using System.Text.Json;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Compares two summaries member by member and names what differs by cell and metric.</summary>
internal static class SummaryVerifier
{
    private const string Nothing = "nothing";

    private static readonly string[] Names = ["form", "target", "reference", "function", "measure", "state", "metric"];

    /// <summary>Compares them.</summary>
    /// <param name="found">What lies there.</param>
    /// <param name="expected">What the raw data give.</param>
    /// <param name="sameVersion">Whether both are of one version of the report: another one chooses other sentences for the answer, and lacks what was added since.</param>
    public static IEnumerable<Difference> Compare(string found, string expected, bool sameVersion = true)
    {
        if (found == expected) return [];
        try
        {
            using var foundJson = JsonDocument.Parse(found);
            using var expectedJson = JsonDocument.Parse(expected);
            var differences = new List<Difference>();
            Compare(foundJson.RootElement, expectedJson.RootElement, "", differences);
            return sameVersion ? differences : [.. differences.Where(d => d.Found != Nothing && !d.Where.StartsWith("answer/", StringComparison.Ordinal))];
        }
        catch (JsonException error)
        {
            return [new Difference(ResultFiles.Summary, "the file", "no valid JSON: " + error.Message, "a summary")];
        }
    }

    private static void Compare(JsonElement? found, JsonElement? expected, string where, List<Difference> differences)
    {
        if (found is { ValueKind: JsonValueKind.Object } a && expected is { ValueKind: JsonValueKind.Object } b)
        {
            foreach (var name in b.EnumerateObject().Select(p => p.Name).Union(a.EnumerateObject().Select(p => p.Name)))
                Compare(Member(a, name), Member(b, name), where + "/" + name, differences);
        }
        else if (found is { ValueKind: JsonValueKind.Array } c && expected is { ValueKind: JsonValueKind.Array } d)
        {
            for (var i = 0; i < Math.Max(c.GetArrayLength(), d.GetArrayLength()); i++)
            {
                JsonElement? left = i < c.GetArrayLength() ? c[i] : null, right = i < d.GetArrayLength() ? d[i] : null;
                Compare(left, right, where + "/" + Identity(right ?? left!.Value, i), differences);
            }
        }
        else if (Text(found) is var x && Text(expected) is var y && x != y) differences.Add(new Difference(ResultFiles.Summary, where.TrimStart('/'), x, y));
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement? element) => element switch { null => Nothing, { ValueKind: JsonValueKind.String } s => s.GetString()!, var other => other.Value.GetRawText() };

    private static string Identity(JsonElement element, int index)
    {
        if (element.ValueKind != JsonValueKind.Object) return index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Join(' ', Names.Where(n => element.TryGetProperty(n, out _)).Select(n => element.GetProperty(n).GetString()));
    }
}
