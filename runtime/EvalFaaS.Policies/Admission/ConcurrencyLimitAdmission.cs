namespace EvalFaaS.Policies;

/// <summary>Runs requests up to a limit and refuses all others: nothing ever waits.</summary>
public sealed class ConcurrencyLimitAdmission(ConcurrencyLimitOptions options) : IAdmissionPolicy
{
    private readonly int _limit = PolicyOptions.Checked(options).Limit;

    /// <inheritdoc/>
    public string Name => "concurrency-limit";

    /// <inheritdoc/>
    public int RunsUnasked(int slots) => _limit == 0 ? slots : Math.Min(_limit, slots);

    /// <inheritdoc/>
    public AdmissionDecision Decide(in AdmissionRequest request)
    {
        var limit = RunsUnasked(request.Slots);
        return request.Running < limit
            ? new(AdmissionVerdict.Run, AdmissionReason.SlotFree, request.Running, limit)
            : new(AdmissionVerdict.Refuse, AdmissionReason.ConcurrencyReached, request.Running, limit, request.ServiceSeconds / Math.Max(1, limit));
    }
}
