using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>A law given by its quantiles, linear between them: what a trace that publishes percentiles says, or measured samples.</summary>
public sealed class EmpiricalLaw : Law
{
    private readonly double[] _levels;
    private readonly double[] _values;

    /// <summary>With these quantiles.</summary>
    /// <param name="levels">Levels, ascending, the first 0 and the last 1.</param>
    /// <param name="values">The value at each level, 0 or more, never falling.</param>
    /// <exception cref="ArgumentException">They are not such a table.</exception>
    public EmpiricalLaw(IReadOnlyList<double> levels, IReadOnlyList<double> values)
    {
        if (levels.Count != values.Count || levels.Count < 2 || levels[0] != 0 || levels[^1] != 1)
            throw new ArgumentException("An empirical law needs one value for each level, and levels from 0 to 1.");
        for (var i = 0; i < values.Count; i++)
        {
            NotNegative(values[i], "value");
            if (i > 0 && (levels[i] <= levels[i - 1] || values[i] < values[i - 1]))
                throw new ArgumentException(FormattableString.Invariant($"Levels must rise and values must not fall: after level {levels[i - 1]} with {values[i - 1]} comes level {levels[i]} with {values[i]}."));
        }

        _levels = [.. levels];
        _values = [.. values];
    }

    /// <inheritdoc/>
    public override double Mean => Pieces((a, b) => (a + b) / 2);

    /// <inheritdoc/>
    public override double Variance => Math.Max(0, Pieces((a, b) => (a * a + a * b + b * b) / 3) - Mean * Mean);

    /// <summary>The law of samples: their quantiles at equal steps.</summary>
    public static EmpiricalLaw Of(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToArray();
        if (sorted.Length == 0) throw new ArgumentException("An empirical law needs at least one sample.");
        if (sorted.Length == 1) sorted = [sorted[0], sorted[0]];
        return new EmpiricalLaw([.. Enumerable.Range(0, sorted.Length).Select(i => i / (sorted.Length - 1.0))], sorted);
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => At(random.Unit());

    /// <summary>The quantile at a level from 0 to 1.</summary>
    public double At(double level)
    {
        var found = Array.BinarySearch(_levels, level);
        if (found >= 0) return _values[found];
        var right = ~found;
        var share = (level - _levels[right - 1]) / (_levels[right] - _levels[right - 1]);
        return _values[right - 1] + share * (_values[right] - _values[right - 1]);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"empirical, {_levels.Length} quantiles, mean {Mean:g6}");

    private double Pieces(Func<double, double, double> piece)
    {
        var sum = 0.0;
        for (var i = 1; i < _levels.Length; i++) sum += (_levels[i] - _levels[i - 1]) * piece(_values[i - 1], _values[i]);
        return sum;
    }
}
