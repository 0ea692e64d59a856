using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>The raw data of one cell.</summary>
/// <param name="Target">The target.</param>
/// <param name="Function">The function.</param>
/// <param name="Measure">The measure's name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">The start state.</param>
/// <param name="Trials">The trials, in the order of blocks.</param>
internal sealed record CellData(string Target, string Function, string Measure, MeasureKind Kind, string State, IReadOnlyList<TrialData> Trials)
{
    private Distribution? _values;

    /// <summary>The times of all its requests together, ns.</summary>
    public Distribution Values => _values ??= Distribution.Merge([.. Trials.Select(t => t.Values)]);

    /// <summary>A value of each block that has one.</summary>
    public SortedDictionary<int, double> ByBlock(Func<TrialData, double?> value)
    {
        var blocks = new SortedDictionary<int, double>();
        foreach (var trial in Trials)
            if (trial.Trial.Error is null && value(trial) is { } number) blocks[trial.Trial.Block] = number;
        return blocks;
    }
}

/// <summary>One trial with the requests that count: answered rightly and from the state that was asked for.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Rows">Rows of those requests in the table of samples (a random part of them for a thinned trial).</param>
/// <param name="Values">Their times from the intended start to the observation point, ns.</param>
internal sealed record TrialData(Trial Trial, IReadOnlyList<int> Rows, Distribution Values);
