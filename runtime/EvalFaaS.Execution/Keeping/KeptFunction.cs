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

    private KeepWindow _window;
    private bool _evicted;

    public int Number { get; } = number;

    public DeployedFunction Function { get; } = function;

    /// <summary>Invocations that run.</summary>
    public int Running { get; private set; }

    /// <summary>Why a call does not find its code, once that is so.</summary>
    public ColdCause Loss => _evicted ? ColdCause.Evicted : _window.Promised ? ColdCause.ForecastMissed : ColdCause.Expired;

    /// <summary>What the policy was told of it.</summary>
    public FunctionTraits Traits { get; set; }

    /// <summary>Its place among what is idle, or <see cref="Nowhere"/>.</summary>
    public int Place { get; set; } = Nowhere;

    /// <summary>The time for which it is in the keeper's agenda: infinite where it is not.</summary>
    public double Armed { get; set; } = double.PositiveInfinity;

    /// <summary>Whether its code is to be there.</summary>
    public bool Keeps => Running > 0 || _window.Keeps;

    /// <summary>Whether its code is to be there because a call is expected.</summary>
    public bool PreWarms => Running == 0 && _window.PreWarms;

    /// <summary>When something is to be done next, seconds.</summary>
    public double NextDue => Running > 0 ? double.PositiveInfinity : _window.NextDue;

    /// <summary>An invocation begins. Says whether it found the function idle.</summary>
    public bool Begin() => Running++ == 0;

    /// <summary>An invocation ends. Says whether the function is idle now.</summary>
    public bool End() => --Running == 0;

    /// <summary>Goes by a decision from now on.</summary>
    public void Decide(in KeepDecision decision, double now, double idleSince) =>
        (_window, _evicted) = (new KeepWindow(decision, now, idleSince), false);

    /// <summary>Its idle code was put out for others.</summary>
    public void Evict() => (_window, _evicted) = (default, true);

    /// <summary>Goes on to a time. Says whether the policy wants to be asked again.</summary>
    public bool AdvanceTo(double now) => Running == 0 && _window.AdvanceTo(now);

    /// <summary>The question to ask then.</summary>
    public IdleEvent Question(double now) => new(Number, now, Running, 0, now - _window.IdleSince);

    /// <summary>Since when it is idle, seconds.</summary>
    public double IdleSince => _window.IdleSince;
}
