using System.Globalization;

namespace EvalFaaS.Harness.Scenarios.Prices;

/// <summary>Reads price sheets. The format: docs/scenario-reference.md and docs/schemas/prices.schema.json.</summary>
public static class PriceSheetFile
{
    private const double Dearest = 1e9;

    /// <summary>Reads and validates a file.</summary>
    /// <exception cref="SuiteException">Something is wrong in it: all of it, each with line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PriceSheet Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads and validates a text; <paramref name="path"/> is what messages call it, and its file's name is the sheet's.</summary>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static PriceSheet Parse(string text, string path)
    {
        var problems = new YamlProblems(path);
        var sheet = YamlDocumentReader.Read(text, problems) is { } root ? Read(root, Path.GetFileNameWithoutExtension(path), problems) : null;
        problems.ThrowIfAny();
        return sheet!;
    }

    private static PriceSheet Read(YamlMap root, string name, YamlProblems problems)
    {
        var sheet = new PriceSheet
        {
            Name = name,
            Title = root.RequiredText("title", "AWS Lambda, US East (N. Virginia)"),
            Currency = Checked("currency", "USD", c => c.Length == 3 && c.All(char.IsAsciiLetterUpper), "must be three capital letters, such as USD or EUR."),
            Date = Checked("date", "2026-11-25", d => DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "must be the day on which the prices were read, as in 2026-11-25."),
            Source = Checked("source", "https://example.com/pricing", s => Uri.TryCreate(s, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", "must be the address of the page that has the prices."),
            PerMillionRequests = root.Number("per_million_requests", 0, Dearest) ?? 0,
            PerGbSecond = root.Number("per_gb_second", 0, Dearest) ?? 0,
            PerCpuSecond = root.Number("per_cpu_second", 0, Dearest) ?? 0,
            GranularityNs = (long)(root.Duration("granularity") ?? TimeSpan.Zero).TotalNanoseconds,
            MinimumNs = (long)(root.Duration("minimum_duration") ?? TimeSpan.Zero).TotalNanoseconds,
            MinimumMemoryMib = root.Integer("minimum_memory_mib", 0, 0, 1 << 20),
            MemoryStepMib = root.Integer("memory_step_mib", 0, 0, 1 << 20),
            Notes = root.Text("notes") ?? "",
        };
        root.RejectOthers();
        if (sheet is { PerMillionRequests: 0, PerGbSecond: 0, PerCpuSecond: 0 }) problems.Add(root.Node, "it charges nothing: give 'per_million_requests', 'per_gb_second' or 'per_cpu_second'.");
        return sheet;

        string Checked(string key, string example, Func<string, bool> good, string what)
        {
            var value = root.RequiredText(key, example);
            if (value.Length > 0 && !good(value)) problems.Add(root.Find(key)!, $"'{key}' {what}");
            return value;
        }
    }
}
