using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Load;

/// <summary>How the sizes of request bodies are distributed.</summary>
public abstract record PayloadLaw
{
    /// <summary>The largest body that any law draws, 64 MiB.</summary>
    public const int Limit = 64 << 20;

    /// <summary>The next size, bytes, from 0 to <see cref="Largest"/>.</summary>
    public abstract int Draw(Random random);

    /// <summary>The largest size that it draws, bytes.</summary>
    public abstract int Largest { get; }

    /// <summary>A name that is part of the workload's in results: letters, digits and hyphens.</summary>
    public abstract string Label { get; }
}

/// <summary>Always the same size.</summary>
/// <param name="Size">Bytes.</param>
public sealed record FixedPayload(int Size) : PayloadLaw
{
    /// <inheritdoc/>
    public override int Draw(Random random) => Size;

    /// <inheritdoc/>
    public override int Largest => Size;

    /// <inheritdoc/>
    public override string Label => $"{Size}B";
}

/// <summary>Each size between two is equally likely, the ends included.</summary>
/// <param name="Smallest">Bytes.</param>
/// <param name="Most">Bytes, not below the smallest.</param>
public sealed record UniformPayload(int Smallest, int Most) : PayloadLaw
{
    /// <inheritdoc/>
    public override int Draw(Random random) => random.Next(Smallest, Most + 1);

    /// <inheritdoc/>
    public override int Largest => Most;

    /// <inheritdoc/>
    public override string Label => $"uniform-{Smallest}-{Most}B";
}

/// <summary>Sizes whose logarithm is normally distributed, as those of files and web objects nearly are.</summary>
/// <param name="Median">Bytes, above 0.</param>
/// <param name="Sigma">Standard deviation of the natural logarithm, above 0.</param>
/// <param name="Most">Larger draws become this.</param>
public sealed record LogNormalPayload(int Median, double Sigma, int Most) : PayloadLaw
{
    /// <inheritdoc/>
    public override int Draw(Random random) => (int)Math.Min(Most, LogNormal.Sample(random, Math.Log(Median), Sigma));

    /// <inheritdoc/>
    public override int Largest => Most;

    /// <inheritdoc/>
    public override string Label => FormattableString.Invariant($"lognormal-{Median}-{Sigma:0.###}B");
}

/// <summary>Sizes of a list, each entry equally likely.</summary>
/// <param name="Sizes">Bytes, at least one; a size that is there twice is twice as likely.</param>
public sealed record ListedPayload(ImmutableArray<int> Sizes) : PayloadLaw
{
    /// <inheritdoc/>
    public override int Draw(Random random) => Sizes[random.Next(Sizes.Length)];

    /// <inheritdoc/>
    public override int Largest => Sizes.Max();

    /// <inheritdoc/>
    public override string Label => $"list-{string.Join('-', Sizes)}B";

    /// <inheritdoc/>
    public bool Equals(ListedPayload? other) => other is not null && Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}
