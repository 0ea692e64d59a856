using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Load;

/// <summary>How long a user of a closed loop thinks between an answer and the next request.</summary>
/// <param name="Mean">On average, above 0.</param>
/// <param name="IsExponential">Exponentially distributed, as in the classical model of interactive users; else always the same.</param>
public sealed record ThinkTime(TimeSpan Mean, bool IsExponential)
{
    /// <summary>The next one, ns.</summary>
    public long DrawNs(Random random) => (long)(IsExponential ? Exponential.Sample(random, 1 / Mean.TotalNanoseconds) : Mean.TotalNanoseconds);

    /// <summary>As a sentence has it.</summary>
    public override string ToString() => FormattableString.Invariant($"{(IsExponential ? "exponential" : "fixed")} think time of {Mean.TotalMilliseconds:0.###} ms");
}
