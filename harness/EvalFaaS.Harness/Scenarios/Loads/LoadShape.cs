using System.Collections.Immutable;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>How the rate of an open loop changes over time. Levels are multiples of the measure's rate, so that one shape serves every rate.</summary>
public abstract record LoadShape
{
    /// <summary>The highest level.</summary>
    public abstract double Peak { get; }

    /// <summary>The rate over time.</summary>
    /// <param name="rate">Requests a second that levels are multiples of.</param>
    /// <param name="duration">How long the load lasts.</param>
    public abstract IRate Of(double rate, TimeSpan duration);

    /// <summary>As a sentence has it, after "at … requests a second"; empty where the rate stays.</summary>
    public abstract string InWords { get; }

    private protected static string Number(double value) => FormattableString.Invariant($"{value:0.###}");

    private protected static string Time(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}

/// <summary>Always the same.</summary>
public sealed record ConstantShape : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => 1;

    /// <inheritdoc/>
    public override string InWords => "";

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) => new PiecewiseRate([new RateSegment(1, rate, rate)], repeats: false);
}

/// <summary>Linearly from one level to another, which then stays.</summary>
/// <param name="From">Level at the begin.</param>
/// <param name="To">Level at the end.</param>
/// <param name="Over">How long it takes; null: the whole load.</param>
public sealed record RampShape(double From, double To, TimeSpan? Over) : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => Math.Max(From, To);

    /// <inheritdoc/>
    public override string InWords => $" times {Number(From)} rising or falling to {Number(To)}{(Over is { } over ? " within " + Time(over) : "")}";

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) => new PiecewiseRate([new RateSegment((Over ?? duration).TotalSeconds, From * rate, To * rate)], repeats: false);
}

/// <summary>One level after the other; the last one stays.</summary>
/// <param name="Levels">At least one.</param>
/// <param name="Each">How long each lasts; null: all of them the whole load.</param>
public sealed record StepShape(ImmutableArray<double> Levels, TimeSpan? Each) : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => Levels.Max();

    /// <inheritdoc/>
    public override string InWords => $" times {string.Join(", ", Levels.Select(Number))} in turn{(Each is { } each ? ", each for " + Time(each) : "")}";

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) =>
        new PiecewiseRate([.. Levels.Select(level => new RateSegment((Each ?? duration / Levels.Length).TotalSeconds, level * rate, level * rate))], repeats: false);
}

/// <summary>A base level with a burst at the end of each period.</summary>
/// <param name="Base">Level between bursts.</param>
/// <param name="Burst">Level of a burst.</param>
/// <param name="Every">Length of a period.</param>
/// <param name="Width">Length of a burst, shorter than the period.</param>
public sealed record BurstShape(double Base, double Burst, TimeSpan Every, TimeSpan Width) : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => Math.Max(Base, Burst);

    /// <inheritdoc/>
    public override string InWords => $" times {Number(Base)}, and times {Number(Burst)} for the last {Time(Width)} of every {Time(Every)}";

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) =>
        new PiecewiseRate([new RateSegment((Every - Width).TotalSeconds, Base * rate, Base * rate), new RateSegment(Width.TotalSeconds, Burst * rate, Burst * rate)], repeats: true);
}

/// <summary>Up and down around the rate.</summary>
/// <param name="Amplitude">How far, as a share of the rate, 0 to 1.</param>
/// <param name="Period">Length of one swing.</param>
public sealed record SineShape(double Amplitude, TimeSpan Period) : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => 1 + Amplitude;

    /// <inheritdoc/>
    public override string InWords => $" swinging by {Number(Amplitude * 100)} % as a sine every {Time(Period)}";

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) => new SineRate(rate, Amplitude * rate, Period.TotalSeconds);
}

/// <summary>Each request at a time of a file, whatever the rate.</summary>
/// <param name="File">The file as named.</param>
/// <param name="Times">Offsets from the begin, ns, ascending.</param>
public sealed record TimestampShape(string File, ImmutableArray<long> Times) : LoadShape
{
    /// <inheritdoc/>
    public override double Peak => 1;

    /// <inheritdoc/>
    public override string InWords => $" at the {Times.Length} times of {File}";

    /// <summary>Requests a second on average: what the file holds, divided by its length.</summary>
    public double MeanPerSecond => Times.Length < 2 ? 1 : (Times.Length - 1) * 1e9 / Math.Max(1, Times[^1]);

    /// <inheritdoc/>
    public override IRate Of(double rate, TimeSpan duration) => new PiecewiseRate([new RateSegment(1, MeanPerSecond, MeanPerSecond)], repeats: false);
}
