using EvalFaaS.Model;

namespace EvalFaaS.Loop.Recordings;

/// <summary>One invocation of a live node's recording.</summary>
/// <param name="AtSeconds">When it was admitted, seconds from the first.</param>
/// <param name="Function"><c>namespace/name</c>.</param>
/// <param name="Seconds">From there to the end of its response.</param>
/// <param name="StartState">What it found.</param>
public readonly record struct RecordedCall(double AtSeconds, string Function, double Seconds, StartState StartState)
{
    /// <summary>Whether it found its code absent from memory, so that it had to be loaded first: N0 to N3.</summary>
    public bool FoundNothingLoaded => StartState <= StartState.ArtefactOnDisk;
}
