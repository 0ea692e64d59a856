namespace EvalFaaS.Harness.Load;

/// <summary>What became of a load beside another.</summary>
/// <param name="Connections">Connections, or requests at once.</param>
/// <param name="Outcomes">How many requests ended so; an outcome that is not there did not come up.</param>
public sealed record SideLoadResult(int Connections, IReadOnlyDictionary<LoadOutcome, long> Outcomes)
{
    /// <summary>Requests begun.</summary>
    public long Issued => Outcomes.Values.Sum();

    /// <summary>Requests that ended so.</summary>
    public long CountOf(LoadOutcome outcome) => Outcomes.GetValueOrDefault(outcome);
}
