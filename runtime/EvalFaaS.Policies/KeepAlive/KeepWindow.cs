namespace EvalFaaS.Policies;

/// <summary>What a keep-alive decision means as time passes: loaded until a moment, perhaps loaded again at a later one, and when the policy wants to be asked again. Seconds on the executor's clock.</summary>
/// <remarks>
/// Told here once, for all that carry decisions out and all that keep books of them. Of what falls on one moment a load ahead comes before a call, and a call before a review and an unload:
/// a call at the last moment of a window is warm, and one at the moment of a load ahead finds it.
/// </remarks>
public readonly struct KeepWindow
{
    /// <summary>The window that a decision opens.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="decided">When it was made.</param>
    public KeepWindow(in KeepDecision decision, double decided)
    {
        Decided = decided;
        UnloadAt = decided + decision.UnloadAfter;
        PreWarmAt = decided + decision.PreWarmAt;
        KeepUntil = decided + decision.KeepUntil;
        Keeps = decision.UnloadAfter > 0;
        HasPreWarm = decision.HasPreWarm;
        // A decision that is all zeros says nothing of a review.
        ReviewAt = decision.ReviewAfter > 0 ? decided + decision.ReviewAfter : double.PositiveInfinity;
    }

    /// <summary>When it was decided.</summary>
    public double Decided { get; }

    /// <summary>Whether anything is kept at first.</summary>
    public bool Keeps { get; }

    /// <summary>The last moment at which it is kept, where it is.</summary>
    public double UnloadAt { get; }

    /// <summary>Whether it is loaded again after having been unloaded.</summary>
    public bool HasPreWarm { get; }

    /// <summary>When it is loaded again, where it is.</summary>
    public double PreWarmAt { get; }

    /// <summary>The last moment of all.</summary>
    public double KeepUntil { get; }

    /// <summary>When the policy wants to be asked again; infinite where never. What it says then takes the place of all this.</summary>
    public double ReviewAt { get; }

    /// <summary>What a call at a moment finds, where none came before and loading takes no time.</summary>
    public KeepPhase At(double time) =>
        Keeps && time <= UnloadAt ? KeepPhase.Kept
        : !HasPreWarm || time > KeepUntil ? KeepPhase.Over
        : time < PreWarmAt ? KeepPhase.Unloaded
        : KeepPhase.LoadedAhead;

    /// <summary>What there is right after a moment.</summary>
    public KeepPhase After(double time) =>
        Keeps && time < UnloadAt ? KeepPhase.Kept
        : !HasPreWarm || time >= KeepUntil ? KeepPhase.Over
        : time < PreWarmAt ? KeepPhase.Unloaded
        : KeepPhase.LoadedAhead;

    /// <summary>When something happens next after a moment, a review or a change of phase; infinite where nothing will.</summary>
    public double NextAfter(double time)
    {
        var change = After(time) switch
        {
            KeepPhase.Kept => UnloadAt,
            KeepPhase.Unloaded => PreWarmAt,
            KeepPhase.LoadedAhead => KeepUntil,
            _ => double.PositiveInfinity,
        };
        return Math.Min(change, ReviewAt);
    }

    /// <summary>Whether a call at a moment is warm.</summary>
    public bool IsWarmAt(double time) => At(time) is KeepPhase.Kept or KeepPhase.LoadedAhead;

    /// <summary>Seconds for which it is loaded for nothing until a call.</summary>
    public double LoadedUntil(double time) =>
        Math.Min(time, UnloadAt) - Decided + (HasPreWarm ? Math.Max(0, Math.Min(time, KeepUntil) - PreWarmAt) : 0);
}
