using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>A rate that the generator cannot keep would measure the generator.</summary>
internal sealed class RateCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (intent.Machine.GeneratorCeilingPerSecond is not { } ceiling) yield break;
        foreach (var measure in intent.Suite.Measures.OfType<LatencyMeasure>())
            if (measure.Load.RatePerSecond * measure.Load.Shape.Peak is { } rate && rate > ceiling)
                yield return new(
                    "impossible-rate",
                    FormattableString.Invariant($"'{measure.Name}' asks for {rate:N0} requests a second; the generator reaches {ceiling:N0} here against a server that does nothing. Ask for less."),
                    EndsRun: true);
    }
}
