using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A policy as it decides about the invocations of one revision, with its shadows beside it.</summary>
/// <param name="policy">The acting policy, as asked for.</param>
/// <param name="book">Takes down what is decided.</param>
/// <param name="function">The revision's name.</param>
/// <param name="slots">Invocations of the revision at once.</param>
/// <param name="queueLength">Invocations of it that may wait, whatever the policy says.</param>
/// <param name="pace">How long they take.</param>
/// <param name="time">The clock.</param>
internal sealed class AdmissionRule(AdmissionPolicy policy, AdmissionBook book, string function, int slots, int queueLength, Pace pace, TimeProvider time)
{
    private const double Nanoseconds = 1e-9;

    /// <summary>The acting policy, as it was asked for.</summary>
    public string Policy => policy.Text;

    /// <summary>Invocations that enter without being asked about; none where shadows are to see each.</summary>
    public int RunsUnasked => book.Shadows.Count > 0 ? 0 : policy.Policy.RunsUnasked(slots);

    /// <summary>What becomes of an invocation that comes, or that is the first of the queue.</summary>
    public AdmissionDecision Decide(InvocationCancellation cancellation, int running, int queued, bool first)
    {
        var now = time.NowNs() * Nanoseconds;
        var left = cancellation.Remaining;
        var request = new AdmissionRequest(
            0, now, left < TimeSpan.Zero ? double.PositiveInfinity : now + left.TotalSeconds, running, queued, slots, pace.AverageNs * Nanoseconds, first);
        var decision = policy.Policy.Decide(request);
        if (decision.Verdict == AdmissionVerdict.Wait && !first && queued >= queueLength)
            decision = new AdmissionDecision(AdmissionVerdict.Refuse, AdmissionReason.QueueFull, queued, queueLength);
        book.Add(policy, function, request, decision);
        return decision;
    }
}
