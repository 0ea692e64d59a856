using System.Reflection;
using System.Text.RegularExpressions;

namespace EvalFaaS.Harness.Data;

/// <summary>What each column of the raw data means, for machines: taken from docs/results-schema.md, so that there is one text for both.</summary>
internal static partial class DataDictionary
{
    /// <summary>One column.</summary>
    /// <param name="File">The file that it is in.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">What its values are: <c>text</c>, <c>integer</c> (64 bits) or <c>real</c> (floating point of 64 bits), as in the Parquet file.</param>
    /// <param name="Unit">Its unit, empty for texts, numbers and counts.</param>
    /// <param name="Meaning">What it holds.</param>
    public sealed record Column(string File, string Name, string Type, string Unit, string Meaning);

    private const string AsAbove = "as above";

    /// <summary>The columns of all files of comma-separated values.</summary>
    public static IReadOnlyList<Column> Columns { get; } = Parse(Text());

    private static List<Column> Parse(string text)
    {
        var columns = new List<Column>();
        var file = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) file = line[3..].Trim();
            if (!file.EndsWith(".csv", StringComparison.Ordinal) || Row().Match(line) is not { Success: true } row) continue;
            foreach (var name in Names().Matches(row.Groups[1].Value).Select(m => m.Groups[1].Value))
                columns.Add(new Column(file, name, TypeOf(file, name), UnitOf(name), row.Groups[2].Value is AsAbove ? columns.First(c => c.Name == name).Meaning : row.Groups[2].Value));
        }
        return columns;
    }

    private static string TypeOf(string file, string name) =>
        RawTables.All.FirstOrDefault(t => t.File == file)?.Columns.FirstOrDefault(c => c.Name == name).Type.ToString().ToLowerInvariant() ?? "";

    private static string UnitOf(string name) =>
        name.EndsWith("_ns", StringComparison.Ordinal) ? "ns" : name.EndsWith("_bytes", StringComparison.Ordinal) ? "B" : name.EndsWith("_per_s", StringComparison.Ordinal) ? "1/s" : "";

    private static string Text()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("results-schema.md")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\| (`[^|]+) \| (.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z0-9_]+)`")]
    private static partial Regex Names();
}
