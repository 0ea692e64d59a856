namespace EvalFaaS.Policies;

/// <summary>Decides whether a request runs now, waits, or is refused.</summary>
/// <remarks>Allocates nothing.</remarks>
public interface IAdmissionPolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>What becomes of a request?</summary>
    AdmissionDecision Decide(in AdmissionRequest request);
}
