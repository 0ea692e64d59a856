using EvalFaaS.Model;

namespace EvalFaaS.Harness.Load;

/// <summary>The node's own account of a request, from its answer's headers. Nothing is there for targets that send none.</summary>
public struct AnswerHeaders
{
    /// <summary>The start state, or null.</summary>
    public StartState? StartState;

    /// <summary>Why it was cold.</summary>
    public ColdCause Cause;

    /// <summary>The instance that answered, 0 when unknown.</summary>
    public long InstanceId;

    /// <summary>The phases that the header names.</summary>
    public PhaseDurations Phases;
}
