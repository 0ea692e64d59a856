namespace EvalFaaS.Harness.Scenarios;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The known name with the smallest edit distance, or null when none is near (more than a third of its letters differ, and more than 2).</summary>
    /// <remarks>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours count 1 each.</remarks>
    public static string? Find(string wanted, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var name in known.Order(StringComparer.Ordinal))
        {
            var distance = Distance(wanted, name);
            if (distance >= bestDistance) continue;
            (best, bestDistance) = (name, distance);
        }
        return best is not null && bestDistance <= Math.Max(2, best.Length / 3) && bestDistance < best.Length ? best : null;
    }

    /// <summary>A question to put behind an error, with a space before it, or nothing.</summary>
    public static string Suggest(string wanted, IEnumerable<string> known) => Find(wanted, known) is { } name ? $" Did you mean '{name}'?" : "";

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
