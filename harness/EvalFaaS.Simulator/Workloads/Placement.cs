namespace EvalFaaS.Simulator.Workloads;

/// <summary>Where the invocations of a minute lie in it, when only their number is known.</summary>
public enum Placement
{
    /// <summary>At independent uniform moments: what a Poisson process is, given its count.</summary>
    Poisson,

    /// <summary>At equal distances, the first half a distance after the minute's begin.</summary>
    Equidistant,
}
