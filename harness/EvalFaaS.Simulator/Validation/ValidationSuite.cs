using EvalFaaS.Simulator.Validation.Cases;

namespace EvalFaaS.Simulator.Validation;

/// <summary>Runs all cases whose exact solution is known.</summary>
public static class ValidationSuite
{
    /// <summary>All cases in the order of the table.</summary>
    public static IReadOnlyList<IValidationCase> Cases { get; } = [.. QueueCases.All(), .. SharingCase.All(), .. KeepAliveCases.All()];

    /// <summary>Runs them.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of each case that begins: its number from 0, and its name.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ValidationReport Run(ValidationOptions options, Action<int, string>? progress = null, CancellationToken cancellation = default)
    {
        var outcomes = new List<CaseOutcome>();
        foreach (var one in Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(outcomes.Count, one.Name);
            outcomes.Add(one.Run(options.Scale, options.Workers, options.Seed));
        }

        progress?.Invoke(outcomes.Count, "SimFaaS's points");
        var simFaas = options.SimFaasTable is null ? null : SimFaasComparison.Run(options.SimFaasTable, options, cancellation);
        var deterministic = options.SimFaasTable is null ? null : SimFaasComparison.RunDeterministic(options.SimFaasTable, options, cancellation);
        var rows = outcomes.SelectMany(o => o.Rows).ToList();
        var runs = outcomes.SelectMany(o => o.Result.Replications).ToList();
        return new ValidationReport(rows, ZBound.For(rows.Count), runs.Max(t => t.LittleError), runs.Sum(t => Math.Abs(t.Lost)), runs.Count, simFaas, deterministic, options.Seed);
    }
}
