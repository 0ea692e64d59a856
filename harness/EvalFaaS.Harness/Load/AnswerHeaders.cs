using System.Runtime.CompilerServices;
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

    /// <summary>ns of the phases route to execute, -1 where the header names none.</summary>
    public PhaseTimes Phases;
}

/// <summary>One duration for each of <see cref="Phase.Route"/> to <see cref="Phase.Execute"/>, ns; -1 where unknown.</summary>
[InlineArray(Count)]
public struct PhaseTimes
{
    /// <summary>Phases held.</summary>
    public const int Count = (int)Phase.Execute + 1;

    private int _first;

    /// <summary>None known.</summary>
    public static PhaseTimes Unknown()
    {
        PhaseTimes times = default;
        ((Span<int>)times).Fill(-1);
        return times;
    }
}
