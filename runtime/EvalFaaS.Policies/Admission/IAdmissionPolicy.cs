namespace EvalFaaS.Policies;

/// <summary>Decides whether a request runs now, waits, or is refused.</summary>
/// <remarks>Allocates nothing.</remarks>
public interface IAdmissionPolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>How many requests of a function run without being asked about: where fewer run and none waits, the answer is to run, whatever the deadline. Default 0: each is asked about.</summary>
    /// <param name="slots">Requests that can run at a time.</param>
    int RunsUnasked(int slots) => 0;

    /// <summary>What becomes of a request?</summary>
    AdmissionDecision Decide(in AdmissionRequest request);
}
