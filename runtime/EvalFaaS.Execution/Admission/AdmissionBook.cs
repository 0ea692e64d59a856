using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>An invocation that was refused, or would have been.</summary>
/// <param name="Function"><c>namespace/name@revision</c>.</param>
/// <param name="AtSeconds">When, seconds on the node's monotonic clock.</param>
/// <param name="Policy">The policy that refused it, as it was asked for.</param>
/// <param name="Acts">Whether it acts; a shadow's refusal changed nothing.</param>
/// <param name="Decision">What was decided, and why.</param>
public readonly record struct AdmissionRecord(string Function, double AtSeconds, string Policy, bool Acts, AdmissionDecision Decision);

/// <summary>What is written down of admission: what each policy came to, the last refusals, and what shadows would have done. Safe for any number of threads.</summary>
internal sealed class AdmissionBook(IReadOnlyList<AdmissionPolicy> shadows, int capacity)
{
    private readonly Lock _lock = new();
    private readonly RecordRing<AdmissionRecord> _refusals = new(capacity);

    /// <summary>The policies in the shadow of the acting ones.</summary>
    public IReadOnlyList<AdmissionPolicy> Shadows => shadows;

    /// <summary>Takes a decision down, and asks the shadows, each of which finds running and waiting what the acting policy let in.</summary>
    public void Add(AdmissionPolicy acting, string function, in AdmissionRequest request, in AdmissionDecision decision)
    {
        lock (_lock)
        {
            Add_NeedsLock(acting, function, request, decision, acts: true);
            if (request.FirstOfQueue) return;
            foreach (var shadow in shadows) Add_NeedsLock(shadow, function, request, shadow.Policy.Decide(request), acts: false);
        }
    }

    /// <summary>What a policy came to.</summary>
    public AdmissionAccount Account(AdmissionPolicy policy)
    {
        lock (_lock) return policy.Account;
    }

    /// <summary>The last refusals, oldest first.</summary>
    public IReadOnlyList<AdmissionRecord> Last(int count)
    {
        lock (_lock) return _refusals.Last(count);
    }

    private void Add_NeedsLock(AdmissionPolicy policy, string function, in AdmissionRequest request, in AdmissionDecision decision, bool acts)
    {
        policy.Account = policy.Account.With(decision.Verdict, request.FirstOfQueue);
        if (decision.Verdict == AdmissionVerdict.Refuse) _refusals.Add(new AdmissionRecord(function, request.Now, policy.Text, acts, decision));
    }
}
