namespace EvalFaaS.Policies;

/// <summary>Refuses at the door, and again at the head of the queue, what would be answered too late: no slot is spent on an answer that nobody waits for.</summary>
/// <remarks>With q requests before it and c slots that are all busy for S seconds each on average, a request waits (q + 1) S / c and is answered S later: exact for exponential service times, first come first served (Harchol-Balter, Performance Modeling and Design of Computer Systems, 2013, chapter 14).</remarks>
public sealed class DeadlineSheddingAdmission(DeadlineSheddingOptions options) : IAdmissionPolicy
{
    private readonly DeadlineSheddingOptions _options = PolicyOptions.Checked(options);

    /// <inheritdoc/>
    public string Name => "deadline-shedding";

    /// <inheritdoc/>
    public AdmissionDecision Decide(in AdmissionRequest request)
    {
        var left = request.Deadline - request.Now;
        if (left <= 0) return new(AdmissionVerdict.Refuse, AdmissionReason.Expired, -left);
        var before = request.FirstOfQueue ? 0 : request.Queued;
        var free = request.Running < request.Slots && before == 0;
        var expected = request.ServiceSeconds * (1 + (free ? 0 : (before + 1.0) / Math.Max(1, request.Slots)));
        if (expected * _options.Caution > left) return new(AdmissionVerdict.Refuse, AdmissionReason.TooLate, expected, left, expected - request.ServiceSeconds);
        return QueueBoundAdmission.InTurn(request, _options.Queue);
    }
}
