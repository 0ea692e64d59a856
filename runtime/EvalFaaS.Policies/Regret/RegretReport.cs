namespace EvalFaaS.Policies;

/// <summary>Two policies and the oracle over the same idle times.</summary>
/// <param name="Acting">The policy that decided.</param>
/// <param name="Shadow">The policy that was only asked.</param>
/// <param name="Oracle">The one that knows the next call and keeps until then, or not at all, whichever is cheaper. A policy that unloads and loads again may cost less: its regret is negative then.</param>
public readonly record struct RegretReport(KeepAccount Acting, KeepAccount Shadow, KeepAccount Oracle)
{
    /// <summary>What the acting policy cost above the oracle.</summary>
    public double ActingRegret => Acting.Cost - Oracle.Cost;

    /// <summary>What the shadow would have cost above the oracle.</summary>
    public double ShadowRegret => Shadow.Cost - Oracle.Cost;
}
