using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Running;

/// <summary>The suite's targets: those that run, and those that are left out with the reason and how to have them.</summary>
internal sealed record TargetSelection(IReadOnlyDictionary<string, ITarget> Targets, IReadOnlyList<LeftOutTarget> LeftOut)
{
    /// <summary>Asks each target whether it can run here.</summary>
    /// <exception cref="ArgumentException">A name asked for is not in the suite.</exception>
    public static TargetSelection Of(Suite suite, IReadOnlyCollection<string>? wanted)
    {
        foreach (var name in wanted ?? [])
            if (suite.Targets.All(t => t.Name != name))
                throw new ArgumentException($"The suite '{suite.Name}' has no target '{name}'.{NearestName.Suggestion(name, suite.Targets.Select(t => t.Name))} It has {string.Join(", ", suite.Targets.Select(t => t.Name))}.");
        var targets = new Dictionary<string, ITarget>();
        var leftOut = new List<LeftOutTarget>();
        foreach (var spec in suite.Targets)
        {
            if (wanted is not null && !wanted.Contains(spec.Name)) continue;
            var target = TargetCatalogue.Create(spec);
            if (target.WhyUnavailable() is not { } why)
            {
                targets[spec.Name] = target;
                continue;
            }

            var colon = why.IndexOf(": ", StringComparison.Ordinal);
            leftOut.Add(colon < 0 ? new LeftOutTarget(spec.Name, why, "") : new LeftOutTarget(spec.Name, why[..colon], why[(colon + 2)..]));
        }

        return new TargetSelection(targets, leftOut);
    }
}
