using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A keep-alive decision as time passes: kept, unloaded, loaded again, given up. Pure; seconds on the node's clock.</summary>
internal struct KeepWindow
{
    private readonly KeepDecision _decision;
    private readonly double _decided;
    private Stage _stage;

    /// <summary>A window after a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="decided">When it was made.</param>
    /// <param name="idleSince">Since when what it is about is idle.</param>
    public KeepWindow(in KeepDecision decision, double decided, double idleSince)
    {
        (_decision, _decided, IdleSince, _stage) = (decision, decided, idleSince, Stage.Kept);
        Review = decided + decision.ReviewAfter;
    }

    private enum Stage : byte
    {
        Over,
        Kept,
        Waiting,
        PreWarmed,
    }

    /// <summary>Since when what it is about is idle.</summary>
    public double IdleSince { get; }

    /// <summary>Whether it asks for the code to be there.</summary>
    public readonly bool Keeps => _stage is Stage.Kept or Stage.PreWarmed;

    /// <summary>Whether it asks for the code because a call is expected.</summary>
    public readonly bool PreWarms => _stage == Stage.PreWarmed;

    /// <summary>Whether a pre-warm was to come, or came and went.</summary>
    public readonly bool Promised => _decision.HasPreWarm && _stage is Stage.Waiting or Stage.Over;

    /// <summary>When the policy wants to be asked again; infinite where never.</summary>
    public double Review { get; private set; }

    /// <summary>When the next thing happens: infinite where nothing will.</summary>
    public readonly double NextDue => Math.Min(Review, StageEnd);

    private readonly double StageEnd => _stage switch
    {
        Stage.Kept => _decided + _decision.UnloadAfter,
        Stage.Waiting => _decided + _decision.PreWarmAt,
        Stage.PreWarmed => _decided + _decision.KeepUntil,
        _ => double.PositiveInfinity,
    };

    /// <summary>Goes on to a time. Says whether the policy wants to be asked again, and then goes no further.</summary>
    public bool AdvanceTo(double now)
    {
        while (NextDue <= now)
        {
            if (Review <= StageEnd)
            {
                Review = double.PositiveInfinity;
                return true;
            }

            _stage = _stage switch
            {
                Stage.Kept when _decision.HasPreWarm => Stage.Waiting,
                Stage.Waiting => Stage.PreWarmed,
                _ => Stage.Over,
            };
        }

        return false;
    }
}
