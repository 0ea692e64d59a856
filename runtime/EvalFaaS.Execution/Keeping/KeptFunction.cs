using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>What keep-alive knows of one revision. Only under the keeper's lock.</summary>
/// <param name="number">The function's number with the policies: revisions of one function share it, and with it what was learnt.</param>
/// <param name="function">The revision.</param>
internal sealed class KeptFunction(int number, DeployedFunction function)
{
    /// <summary>No place.</summary>
    public const int Nowhere = -1;

    private KeepWindow _window = new(KeepDecision.Fresh, 0);
    private double _reached, _idleSince;
    private bool _reviewed, _evicted;

    public int Number { get; } = number;

    public DeployedFunction Function { get; } = function;

    /// <summary>Invocations that run.</summary>
    public int Running { get; private set; }

    /// <summary>Why a call does not find its code, once that is so.</summary>
    public ColdCause Loss => _evicted ? ColdCause.Evicted : IsPromised ? ColdCause.ForecastMissed : ColdCause.Expired;

    /// <summary>What the policy was told of it.</summary>
    public FunctionTraits Traits { get; set; }

    /// <summary>Its place among what is idle, or <see cref="Nowhere"/>.</summary>
    public int Place { get; set; } = Nowhere;

    /// <summary>The time for which it is in the keeper's agenda: infinite where it is not.</summary>
    public double Armed { get; set; } = double.PositiveInfinity;

    /// <summary>Until when a warm-up policy wants it ready, seconds; null where it does not.</summary>
    public double? ReadyUntil { get; set; }

    /// <summary>Whether its code is to be there.</summary>
    public bool Keeps => Running > 0 || ReadyUntil is not null || Phase is KeepPhase.Kept or KeepPhase.LoadedAhead;

    /// <summary>Whether its code is to be loaded where it is not there: a call is expected, or the policy that was asked again wants it.</summary>
    public bool Loads => Running == 0 && (Phase == KeepPhase.LoadedAhead || (_reviewed && Phase == KeepPhase.Kept));

    /// <summary>When something is to be done next, seconds.</summary>
    public double NextDue => Running > 0 ? double.PositiveInfinity : _window.NextAfter(_reached);

    /// <summary>An invocation begins. Says whether it found the function idle.</summary>
    public bool Begin() => Running++ == 0;

    /// <summary>An invocation ends. Says whether the function is idle now.</summary>
    public bool End() => --Running == 0;

    /// <summary>Goes by a decision from now on.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="now">When it was made.</param>
    /// <param name="reviewed">Whether it takes the place of another one about the same idle time.</param>
    public void Decide(in KeepDecision decision, double now, bool reviewed)
    {
        if (!reviewed) _idleSince = now;
        (_window, _reached, _reviewed, _evicted) = (new KeepWindow(decision, now), now, reviewed, false);
    }

    /// <summary>Its idle code was put out for others.</summary>
    public void Evict(double now)
    {
        Decide(KeepDecision.Fresh, now, reviewed: true);
        _evicted = true;
    }

    /// <summary>Goes on to a time. Says whether the policy wants to be asked again.</summary>
    public bool AdvanceTo(double now)
    {
        _reached = now;
        return Running == 0 && _window.ReviewAt <= now;
    }

    /// <summary>The question to ask then.</summary>
    public IdleEvent Question(double now) => new(Number, now, Running, 0, now - _idleSince);

    private KeepPhase Phase => _window.After(_reached);

    // A load ahead was to come, or came and went.
    private bool IsPromised => _window.HasPreWarm && Phase is KeepPhase.Unloaded or KeepPhase.Over;
}
