namespace EvalFaaS.Policies;

/// <summary>Runs requests up to a limit and refuses all others: nothing ever waits.</summary>
public sealed class ConcurrencyLimitAdmission(ConcurrencyLimitOptions options) : IAdmissionPolicy
{
    private readonly int _limit = PolicyOptions.Checked(options).Limit;

    /// <inheritdoc/>
    public string Name => "concurrency-limit";

    /// <inheritdoc/>
    public AdmissionDecision Decide(in AdmissionRequest request)
    {
        var limit = _limit == 0 ? request.Slots : Math.Min(_limit, request.Slots);
        return request.Running < limit
            ? new(AdmissionVerdict.Run, AdmissionReason.SlotFree, request.Running, limit)
            : new(AdmissionVerdict.Refuse, AdmissionReason.ConcurrencyReached, request.Running, limit, request.ServiceSeconds / Math.Max(1, limit));
    }
}
