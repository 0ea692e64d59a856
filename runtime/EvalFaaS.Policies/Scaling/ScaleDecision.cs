namespace EvalFaaS.Policies;

/// <summary>How many instances, and how it came about.</summary>
/// <param name="Target">Instances from now on.</param>
/// <param name="Ready">Instances that could take requests.</param>
/// <param name="Wanted">What the load asked for before limits.</param>
/// <param name="Reason">What that was computed from.</param>
/// <param name="Bounds">Which limits changed it.</param>
/// <param name="A">The first of the figures that led here; <see cref="ScaleReason"/> says what it is.</param>
/// <param name="B">The second.</param>
public readonly record struct ScaleDecision(int Target, int Ready, int Wanted, ScaleReason Reason, ScaleBound Bounds, double A, double B)
{
    /// <summary>The decision in a sentence.</summary>
    public string Explain() => ScaleText.Of(this);
}
