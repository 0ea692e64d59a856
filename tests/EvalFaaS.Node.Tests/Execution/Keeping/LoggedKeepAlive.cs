using EvalFaaS.Policies;

namespace EvalFaaS.Execution.Tests;

/// <summary>A policy whose decisions are written down.</summary>
internal sealed class LoggedKeepAlive(IKeepAlivePolicy policy) : IKeepAlivePolicy
{
    public List<(int Function, double At, KeepDecision Decision)> Decisions { get; } = [];

    public string Name => policy.Name;

    public double MemoryBoundMiB => policy.MemoryBoundMiB;

    public void Describe(int function, in FunctionTraits traits) => policy.Describe(function, traits);

    public void Arrived(in ArrivalEvent arrival) => policy.Arrived(arrival);

    public KeepDecision Idle(in IdleEvent idle) => Written(idle, policy.Idle(idle));

    public KeepDecision Review(in IdleEvent review) => Written(review, policy.Review(review));

    public void Evicted(int function, double priority) => policy.Evicted(function, priority);

    private KeepDecision Written(in IdleEvent asked, in KeepDecision decision)
    {
        Decisions.Add((asked.Function, asked.Now, decision));
        return decision;
    }
}

/// <summary>A forecast that goes up and down within the hour, other for each function; the same wherever second 0 lies.</summary>
internal sealed class DailyRates(double begin) : IForecast
{
    public double Reach => 1_800;

    /// <summary>Minutes count from the begin, too; a moment that falls short of one's end by rounding alone has reached it.</summary>
    public double MinuteEnd(double now) => begin + 60 * (Math.Floor((now - begin) / 60 + 1e-6) + 1);

    public double MeanRate(int function, double now, double ahead) => (1 + Math.Sin((now - begin + ahead + 600 * function) / 300)) / (200 * (1 + function));

    public double RateQuantile(int function, double now, double ahead, double level) => MeanRate(function, now, ahead) * 2 * level;
}
