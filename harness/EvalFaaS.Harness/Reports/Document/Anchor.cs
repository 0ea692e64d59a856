namespace EvalFaaS.Harness.Reports;

/// <summary>Names that are safe as an identity in a page and as a file's name.</summary>
internal static class Anchor
{
    /// <summary>Joins words by hyphens; whatever is no letter, digit, point or hyphen becomes one.</summary>
    public static string Of(params ReadOnlySpan<string> words) =>
        string.Concat(string.Join('-', words.ToArray().Where(w => w.Length > 0)).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-')).TrimEnd('-');
}
