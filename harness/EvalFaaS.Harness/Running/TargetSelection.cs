using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>The suite's targets: those that run, and those that are left out with the reason and how to have them.</summary>
internal sealed record TargetSelection(IReadOnlyDictionary<string, ITarget> Targets, IReadOnlyList<LeftOutTarget> LeftOut)
{
    /// <summary>Asks each target whether it can run here.</summary>
    /// <exception cref="ArgumentException">A name asked for is not in the suite.</exception>
    public static TargetSelection Of(Suite suite, IReadOnlyCollection<string>? wanted)
    {
        foreach (var name in wanted ?? [])
            if (suite.WhyNoTarget(name) is { } why) throw new ArgumentException(why);
        var targets = new Dictionary<string, ITarget>();
        var leftOut = new List<LeftOutTarget>();
        foreach (var spec in suite.Targets)
        {
            if (wanted is not null && !wanted.Contains(spec.Name)) continue;
            var target = TargetCatalogue.Create(spec);
            if (target.WhyUnavailable() is not { } reason)
            {
                targets[spec.Name] = target;
                continue;
            }

            var colon = reason.IndexOf(": ", StringComparison.Ordinal);
            leftOut.Add(colon < 0 ? new LeftOutTarget(spec.Name, reason, "") : new LeftOutTarget(spec.Name, reason[..colon], reason[(colon + 2)..]));
        }

        return new TargetSelection(targets, leftOut);
    }
}
