using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>A mixture of exponential laws: squared coefficient of variation above 1.</summary>
public sealed class HyperexponentialLaw : Law
{
    private readonly double[] _shares;
    private readonly double[] _means;

    /// <summary>With so much of each.</summary>
    /// <param name="shares">The share of each branch, above 0; they need not sum to 1, they are weights.</param>
    /// <param name="means">The mean of each branch.</param>
    /// <exception cref="ArgumentException">Not one mean for each share, or a value that is not positive.</exception>
    public HyperexponentialLaw(IReadOnlyList<double> shares, IReadOnlyList<double> means)
    {
        if (shares.Count != means.Count || shares.Count == 0) throw new ArgumentException($"A hyperexponential law needs one mean for each share, and there are {shares.Count} shares and {means.Count} means.");
        foreach (var share in shares) Positive(share, "share");
        foreach (var mean in means) Positive(mean, "mean");
        var sum = shares.Sum();
        _shares = [.. shares.Select(s => s / sum)];
        _means = [.. means];
    }

    /// <inheritdoc/>
    public override double Mean => _shares.Zip(_means, (p, m) => p * m).Sum();

    /// <inheritdoc/>
    public override double Variance => _shares.Zip(_means, (p, m) => 2 * p * m * m).Sum() - Mean * Mean;

    /// <summary>Two branches of balanced means with this mean and squared coefficient of variation, above 1.</summary>
    /// <remarks>Source: A. O. Allen, Probability, Statistics, and Queueing Theory, 1990, algorithm 5.2.</remarks>
    public static HyperexponentialLaw Of(double mean, double scv)
    {
        var share = (1 + Math.Sqrt((Positive(scv, nameof(scv)) - 1) / (scv + 1))) / 2;
        return new HyperexponentialLaw([share, 1 - share], [mean / (2 * share), mean / (2 * (1 - share))]);
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream random)
    {
        var at = random.Unit();
        var branch = 0;
        while (branch < _shares.Length - 1 && at >= _shares[branch]) at -= _shares[branch++];
        return _means[branch] * random.Exponential();
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"hyperexponential, mean {Mean:g6}, scv {Scv:g6}");
}
