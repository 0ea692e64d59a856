namespace EvalFaaS.Policies;

/// <summary>Runs what has a slot, lets a bounded number wait their turn, refuses the rest.</summary>
public sealed class QueueBoundAdmission(QueueBoundOptions options) : IAdmissionPolicy
{
    private readonly int _queue = PolicyOptions.Checked(options).Queue;

    /// <inheritdoc/>
    public string Name => "queue-bound";

    /// <inheritdoc/>
    public int RunsUnasked(int slots) => slots;

    /// <inheritdoc/>
    public AdmissionDecision Decide(in AdmissionRequest request) => InTurn(request, _queue);

    /// <summary>First come, first served, behind a bound.</summary>
    internal static AdmissionDecision InTurn(in AdmissionRequest request, int queue)
    {
        if (request.Running < request.Slots && (request.Queued == 0 || request.FirstOfQueue)) return new(AdmissionVerdict.Run, AdmissionReason.SlotFree, request.Running, request.Slots);
        if (request.FirstOfQueue || request.Queued < queue) return new(AdmissionVerdict.Wait, AdmissionReason.SlotsBusy, request.FirstOfQueue ? 0 : request.Queued, queue);
        return new(AdmissionVerdict.Refuse, AdmissionReason.QueueFull, request.Queued, queue, request.ServiceSeconds * request.Queued / Math.Max(1, request.Slots));
    }
}
