using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A policy that was asked for, and what it has decided so far. Policies of admission learn nothing, so all functions that have the same one share it.</summary>
internal sealed class AdmissionPolicy(PolicySpec spec)
{
    /// <summary>As it was asked for.</summary>
    public string Text => spec.Text;

    public IAdmissionPolicy Policy { get; } = spec.Make<IAdmissionPolicy>();

    /// <summary>What it came to. Under the book's lock.</summary>
    public AdmissionAccount Account { get; set; }
}

/// <summary>What became, or would have become, of the invocations that a policy was asked about when they came.</summary>
/// <param name="Ran">Run at once.</param>
/// <param name="Waited">Let into the queue.</param>
/// <param name="Refused">Refused, also at the head of the queue.</param>
public readonly record struct AdmissionAccount(long Ran, long Waited, long Refused)
{
    internal AdmissionAccount With(AdmissionVerdict verdict, bool first) => verdict switch
    {
        AdmissionVerdict.Refuse => this with { Refused = Refused + 1 },
        // It is counted as one that waited already.
        _ when first => this,
        AdmissionVerdict.Run => this with { Ran = Ran + 1 },
        _ => this with { Waited = Waited + 1 },
    };
}
