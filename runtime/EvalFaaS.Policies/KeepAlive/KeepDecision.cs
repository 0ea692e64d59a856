namespace EvalFaaS.Policies;

/// <summary>What becomes of an idle instance, in seconds after the decision: it stays loaded until <see cref="UnloadAfter"/>, and where <see cref="HasPreWarm"/> is loaded again at <see cref="PreWarmAt"/> and stays until <see cref="KeepUntil"/>.</summary>
/// <remarks>0 ≤ <see cref="UnloadAfter"/> ≤ <see cref="PreWarmAt"/> ≤ <see cref="KeepUntil"/>, always; infinite means until evicted. Without a pre-warm the three are equal. What that means as time passes says <see cref="KeepWindow"/>.</remarks>
public readonly struct KeepDecision
{
    private KeepDecision(double unloadAfter, double preWarmAt, double keepUntil, KeepReason reason, double priority, double a, double b, double reviewAfter) =>
        (UnloadAfter, PreWarmAt, KeepUntil, Reason, Priority, A, B, ReviewAfter) = (unloadAfter, preWarmAt, keepUntil, reason, priority, a, b, reviewAfter);

    /// <summary>When the instance is unloaded: 0 is at once.</summary>
    public double UnloadAfter { get; }

    /// <summary>When it is loaded again, ahead of a call.</summary>
    public double PreWarmAt { get; }

    /// <summary>The end of everything that is kept.</summary>
    public double KeepUntil { get; }

    /// <summary>When to ask <see cref="IKeepAlivePolicy.Review"/>, whether loaded at that time or not; infinite where never.</summary>
    public double ReviewAfter { get; }

    /// <summary>Under memory pressure the idle instance with the lowest goes first; ties by the older idle.</summary>
    public double Priority { get; }

    /// <summary>Why.</summary>
    public KeepReason Reason { get; }

    /// <summary>The first of the figures that led here; <see cref="KeepReason"/> says what it is.</summary>
    public double A { get; }

    /// <summary>The second.</summary>
    public double B { get; }

    /// <summary>Whether it is loaded again after having been unloaded.</summary>
    public bool HasPreWarm => PreWarmAt < KeepUntil;

    /// <summary>Nothing is kept.</summary>
    public static KeepDecision Fresh => Keep(0, KeepReason.Fresh, 0);

    /// <summary>Keeps for a time.</summary>
    public static KeepDecision Keep(double seconds, KeepReason reason, double priority, double a = 0, double b = 0, double reviewAfter = double.PositiveInfinity) =>
        new(seconds, seconds, seconds, reason, priority, a, b, reviewAfter);

    /// <summary>Keeps for a time, unloads, loads again and keeps until the end. Where the two windows touch they are one.</summary>
    public static KeepDecision KeepThenPreWarm(double unloadAfter, double preWarmAt, double keepUntil, KeepReason reason, double priority, double a = 0, double b = 0, double reviewAfter = double.PositiveInfinity) =>
        preWarmAt <= unloadAfter ? Keep(Math.Max(unloadAfter, keepUntil), reason, priority, a, b, reviewAfter) : new(unloadAfter, preWarmAt, keepUntil, reason, priority, a, b, reviewAfter);

    /// <summary>The decision in a sentence.</summary>
    public string Explain() => KeepText.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Explain();
}
