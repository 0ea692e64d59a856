namespace EvalFaaS.Policies.Tests.Scaling;

/// <summary>One function under a scaling policy, sampled each second.</summary>
internal sealed class Scaler
{
    private readonly IScalingPolicy _policy;

    public Scaler(string spec, int concurrency = 1)
    {
        _policy = Policies.Make<IScalingPolicy>(spec, PolicyKind.Scaling);
        _policy.Describe(0, new FunctionTraits(128, 0.25, concurrency));
    }

    public double Now { get; private set; } = 1000;

    /// <summary>Lets the load last, with decisions as often as the policy wants them; the last one.</summary>
    public ScaleDecision After(int seconds, double concurrency, int ready, double cpu = 0, double memory = 0, int queued = 0, double wait = 0, double rate = 0)
    {
        ScaleDecision decision = default;
        for (var second = 0; second < seconds; second++)
        {
            Now++;
            _policy.Observe(0, new LoadSample(Now, concurrency, rate, queued, wait, cpu, memory));
            if (Now % Math.Ceiling(_policy.EverySeconds) == 0 || second == seconds - 1) decision = _policy.Decide(0, Now, ready);
        }

        return decision;
    }

    public ScaleDecision Decide(int ready) => _policy.Decide(0, Now, ready);
}
