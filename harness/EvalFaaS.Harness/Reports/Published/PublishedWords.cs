using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Sentences on published data and ours, made of their figures alone.</summary>
internal static class PublishedWords
{
    /// <summary>The two targets of a pair.</summary>
    public static string Targets(PublishedPair pair) => $"{pair.Target} there, {pair.OurTarget} ({pair.OurState}) here";

    /// <summary>The pairs of which both sides have a ratio.</summary>
    public static IReadOnlyList<PublishedPair> Compared(IReadOnlyList<PublishedPair> pairs) => [.. pairs.Where(p => p.Theirs.Ratio is not null && p.Ours?.Ratio is not null)];

    /// <summary>In how many pairs both say the same of which is faster and of what dominates, and what makes the difference.</summary>
    public static IReadOnlyList<Inline> Summary(IReadOnlyList<PublishedPair> pairs)
    {
        var compared = Compared(pairs);
        if (compared.Count == 0) return ["No pair has the blocks that a ratio needs, so the published data stand alone below."];
        return
        [
            "Faster than the container were ", Count("target_there", p => p.Theirs.Faster == "target"), " of ", Inlines.Count("published/compared", compared.Count), " pairs of function and target in the published data, and ",
            Count("target_here", p => p.Ours!.Faster == "target"), " of their counterparts here; ", Count("same_faster", p => p.Theirs.Faster == p.Ours!.Faster && p.Ours.Faster != "neither"), " are on the same side in both. Start-dominated were ",
            Count("start_there", p => p.Theirs.Class == "start"), " of them there and ", Count("start_here", p => p.Ours!.Class == "start"), " here; compute-dominated ",
            Count("compute_there", p => p.Theirs.Class == "compute"), " and ", Count("compute_here", p => p.Ours!.Class == "compute"), ". Most of the difference between the ratios is made by the start in ",
            Count("by_start", p => p.Cause!.Mostly == "start"), ", by the code in ", Count("by_code", p => p.Cause!.Mostly == "code"), ", by what the function is given to do in ", Count("by_input", p => p.Cause!.Mostly == "input"),
            ", and by none of them alone in ", Count("by_none", p => p.Cause!.Mostly == "none alone"), ".",
        ];

        Inline Count(string name, Func<PublishedPair, bool> which) => Inlines.Count("published/" + name, compared.Count(which));
    }

    /// <summary>The pair whose ratios lie farthest apart.</summary>
    public static IReadOnlyList<Inline> Farthest(IReadOnlyList<PublishedPair> pairs)
    {
        var far = Compared(pairs).MaxBy(p => Math.Abs(Math.Log(p.Theirs.Ratio!.Value / p.Ours!.Ratio!.Value)));
        return far is null
            ? []
            : [$"Farthest from it is {far.Function} ({Targets(far)}): ", Inlines.Value(far.Id + "/theirs", far.Theirs.Ratio, Figure.One, "×"), " there, ", Inlines.Value(far.Id + "/ours", far.Ours!.Ratio, Figure.One, "×"), " here."];
    }

    /// <summary>For each pair of targets why it differs: what corresponds in them, their starts, and what the exchange of each part says.</summary>
    public static IEnumerable<IReadOnlyList<Inline>> Why(IReadOnlyList<PublishedPair> pairs, PublishedSet set)
    {
        foreach (var group in pairs.GroupBy(Targets))
        {
            var first = group.FirstOrDefault(p => p.Ours is not null);
            var because = set.Targets.First(t => t.Name == group.First().Target).Because;
            List<Inline> words = [new StrongInline(group.Key), $": {because.TrimEnd('.')}."];
            if (first is not null && first.Target != set.Baseline) words.AddRange(Starts(first, set));
            if (group.Where(p => p.Cause is not null).GroupBy(p => p.Cause!.Mostly).OrderByDescending(g => g.Count()).ToList() is { Count: > 0 } causes)
                words.Add(" Most of the difference is made by " + string.Join("; by ", causes.Select(c => $"{Of(c.Key)} in {string.Join(", ", c.Select(p => p.Function))}")) + ".");
            yield return words;
        }

        if (set.Targets.Where(t => t.Ours.IsEmpty).ToList() is { Count: > 0 } alone)
            yield return [new StrongInline("Without a counterpart"), ": " + string.Join("; ", alone.GroupBy(t => t.Because.TrimEnd('.')).Select(g => $"{string.Join(", ", g.Select(t => t.Name))} ({g.Key})")) + "."];
    }

    private static IEnumerable<Inline> Starts(PublishedPair pair, PublishedSet set) =>
    [
        " The fastest function took ", Time("start_there", pair.Theirs.StartNs), $" there and ", Time("baseline_start_there", pair.Theirs.BaselineStartNs), $" on {set.Baseline}; here ",
        Inlines.Value($"published/{pair.OurTarget}/{pair.OurState}/start_here", pair.Ours!.StartNs, Figure.Nanoseconds), " and ", Inlines.Value("published/baseline_start_here", pair.Ours.BaselineStartNs, Figure.Nanoseconds), " in the container.",
    ];

    private static Inline Time(string name, double ns) => Inlines.Value("published/" + name, ns, Figure.Nanoseconds);

    private static string Of(string cause) => cause switch
    {
        "start" => "the start",
        "code" => "the code that the engine makes (and its making, where the call waits for it)",
        "input" => "how much the input makes the function do",
        _ => "no single one of start, code and input",
    };
}
