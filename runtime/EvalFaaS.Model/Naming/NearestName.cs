namespace EvalFaaS.Model;

/// <summary>Finds what a person most likely meant when a name is unknown.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to the text, or null when none is near enough to be worth suggesting.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="candidates">What exists.</param>
    /// <remarks>By optimal string alignment distance (Damerau 1964: insert, delete, replace, swap neighbours), case ignored; near is at most a third of the longer name, and at least 1.</remarks>
    public static string? Of(string text, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance >= bestDistance || distance > Math.Max(1, Math.Max(text.Length, candidate.Length) / 3)) continue;
            best = candidate;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>A sentence for a message: <c> Did you mean 'x'?</c> with its leading blank, or nothing.</summary>
    public static string Suggestion(string text, IEnumerable<string> candidates) =>
        Of(text, candidates) is { } name ? $" Did you mean '{name}'?" : "";

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
