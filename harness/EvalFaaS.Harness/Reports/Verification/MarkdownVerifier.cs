using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Compares the Markdown twin with the one that the raw data give, line by line; a line that differs is named by the figure at the place.</summary>
internal static class MarkdownVerifier
{
    public static IEnumerable<Difference> Compare(string found, IReadOnlyList<RenderedLine> expected, string generator, List<string> notes)
    {
        if (found.Length == 0) return [new Difference(ResultFiles.Markdown, "the file", "nothing", "a report")];
        if (!found.Contains($"<!-- {generator} -->", StringComparison.Ordinal) && found.Contains("<!-- EvalFaaS report, layout", StringComparison.Ordinal))
        {
            notes.Add($"{ResultFiles.Markdown} was written by another version and was not compared; write it anew from the raw data.");
            return [];
        }
        return CompareLines(found.TrimEnd('\n').Split('\n'), expected);
    }

    private static IEnumerable<Difference> CompareLines(string[] found, IReadOnlyList<RenderedLine> expected)
    {
        for (var i = 0; i < Math.Max(found.Length, expected.Count); i++)
        {
            var left = i < found.Length ? found[i] : "nothing";
            var right = i < expected.Count ? expected[i] : RenderedLine.Of("nothing");
            if (left == right.Text) continue;
            yield return Name(i, left, right);
            if (found.Length != expected.Count) yield break;
        }
    }

    private static Difference Name(int index, string found, RenderedLine expected)
    {
        var at = 0;
        while (at < found.Length && at < expected.Text.Length && found[at] == expected.Text[at]) at++;
        var from = Math.Max(0, at - 12);
        return new Difference(
            ResultFiles.Markdown,
            expected.FigureAt(at) ?? $"line {index + 1}",
            Excerpt(found, from),
            Excerpt(expected.Text, from));
    }

    private static string Excerpt(string line, int from) => from >= line.Length ? "" : line.Substring(from, Math.Min(60, line.Length - from)).Trim();
}
