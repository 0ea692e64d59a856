namespace EvalFaaS.Policies;

/// <summary>The catalogue as part of a page in Markdown.</summary>
public static class PolicyPage
{
    /// <summary>Its lines: a section for each kind, a paragraph and a table for each policy.</summary>
    public static IEnumerable<string> Lines()
    {
        foreach (var kind in PolicyCatalogue.All.GroupBy(e => e.Kind))
        {
            var words = PolicyCatalogue.Words(kind.Key);
            yield return $"## {char.ToUpperInvariant(words[0])}{words[1..]}";
            yield return "";
            foreach (var line in kind.SelectMany(Policy)) yield return line;
        }
    }

    private static IEnumerable<string> Policy(PolicyEntry entry)
    {
        yield return $"### `{entry.Name}`";
        yield return "";
        yield return $"{entry.Summary} Source: {entry.Source}.";
        yield return "";
        if (entry.Options.Count == 0) yield break;
        yield return "| option | default | range | what it does | where the default comes from |";
        yield return "|---|---|---|---|---|";
        foreach (var option in entry.Options) yield return $"| `{option.Name}` | {option.DefaultText} | {option.RangeText} | {option.Summary} | {option.Source} |";
        yield return "";
    }
}
