using System.Text;
using System.Text.RegularExpressions;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Compares a page with the one that the raw data give: figure by figure, then, for the same layout, line by line.</summary>
internal static partial class HtmlVerifier
{
    /// <summary>Compares them.</summary>
    /// <param name="found">The page.</param>
    /// <param name="expected">What the raw data give.</param>
    /// <param name="generator">What this version of the report calls itself.</param>
    /// <param name="known">Exact values of all figures of the summary: a page of another version may print some that this one withholds.</param>
    /// <param name="notes">Takes what was not compared.</param>
    public static IEnumerable<Difference> Compare(string found, string expected, string generator, IReadOnlyDictionary<string, string> known, List<string> notes)
    {
        if (found == expected) return [];
        if (found.Length == 0) return [new Difference(ResultFiles.Html, "the file", "nothing", "a report")];
        var same = IsOf(found, generator);
        var differences = CompareFigures(found, expected, same ? null : known);
        if (!same)
        {
            notes.Add($"{ResultFiles.Html} was written by another version: its figures were compared, its words were not.");
            return differences;
        }
        differences.AddRange(CompareLines(Bare(found), Bare(expected)));
        return differences;
    }

    /// <summary>Whether a page was written by this version of the report.</summary>
    public static bool IsOf(string page, string generator) => page.Contains($"content=\"{generator}\"", StringComparison.Ordinal);

    /// <summary>Every figure of a page in order: identity, exact value, text.</summary>
    public static IReadOnlyList<(string Id, string Exact, string Text)> FiguresIn(string html) =>
        [.. Figures().Matches(html).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value))];

    // An earlier version did not print all figures that this one does.
    private static List<Difference> CompareFigures(string found, string expected, IReadOnlyDictionary<string, string>? known)
    {
        var differences = new List<Difference>();
        var right = FiguresIn(expected).GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.ToList());
        var seen = new Dictionary<string, int>();
        foreach (var (id, exact, text) in FiguresIn(found))
        {
            var index = seen[id] = seen.GetValueOrDefault(id) + 1;
            if (!right.TryGetValue(id, out var of) && known?.GetValueOrDefault(id) is { } value)
            {
                if (value != exact) differences.Add(new Difference(ResultFiles.Html, id, exact, value));
            }
            else if (of is null) differences.Add(new Difference(ResultFiles.Html, id, text, "no such figure"));
            else if (of[Math.Min(index, of.Count) - 1] is var (_, e, t) && (e != exact || t != text))
                differences.Add(new Difference(ResultFiles.Html, id, text == t ? exact : text, text == t ? e : t));
        }
        if (known is null) differences.AddRange(right.Keys.Where(id => !seen.ContainsKey(id)).Select(id => new Difference(ResultFiles.Html, id, "nothing", right[id][0].Text)));
        return differences;
    }

    private static IEnumerable<Difference> CompareLines(string found, string expected)
    {
        string[] a = found.Split('\n'), b = expected.Split('\n');
        var heading = "the top";
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            string left = i < a.Length ? a[i] : "nothing", right = i < b.Length ? b[i] : "nothing";
            if (right.StartsWith("<h", StringComparison.Ordinal)) heading = Tags().Replace(right, "");
            if (left == right) continue;
            var picture = right.StartsWith("<img", StringComparison.Ordinal) || right.StartsWith("<source", StringComparison.Ordinal);
            yield return new Difference(ResultFiles.Html, $"line {i + 1}, under '{heading}'", picture ? "another picture" : Words(left), picture ? "the picture of these figures" : Words(right));
            // Where lines were added or taken away, everything after them would differ too.
            if (a.Length != b.Length) yield break;
        }
    }

    // Figures have their own comparison; of pictures the words and numbers are compared, since their lines depend on the machine's fonts and arithmetic.
    private static string Bare(string html) => Pictures().Replace(Figures().Replace(html, "<data data-figure=\"$1\">"), m => WordsOf(m.Groups[1].Value));

    private static string WordsOf(string base64)
    {
        var svg = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, svg, out var length)
            ? string.Join(' ', Texts().Matches(Encoding.UTF8.GetString(svg, 0, length)).Select(m => m.Groups[1].Value.Trim()))
            : "no picture";
    }

    private static string Words(string line) => Tags().Replace(line, " ").Trim();

    [GeneratedRegex("<data data-figure=\"([^\"]*)\" value=\"([^\"]*)\">([^<]*)</data>")]
    private static partial Regex Figures();

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex Texts();

    [GeneratedRegex("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]*)")]
    private static partial Regex Pictures();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
