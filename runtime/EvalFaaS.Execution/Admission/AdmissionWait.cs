using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One invocation in the queue of an <see cref="AdmissionGate"/>.</summary>
internal sealed class AdmissionWait(AdmissionGate gate)
{
    // Who leaves the gate must not go on with the work of who enters.
    private readonly TaskCompletionSource _admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its place in the queue, null once it has left it. Under the gate's lock.</summary>
    public LinkedListNode<AdmissionWait>? Node { get; set; }

    public void Admit() => _admitted.SetResult();

    public async ValueTask<InvocationFault?> WaitAsync(InvocationCancellation cancellation)
    {
        try
        {
            await _admitted.Task.WaitAsync(cancellation.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            // Admitted at the same moment: the place is ours, and the engine will see the cancellation at once.
            return gate.Abandon(this) ? InQueue(cancellation.Check()) : null;
        }
    }

    private static InvocationFault InQueue(CancelReason reason)
    {
        var fault = Faults.Cancelled(reason) with { Component = "admission" };
        return reason == CancelReason.Deadline
            ? fault with { Message = "The timeout passed while the invocation waited for others of its function to end.", RetryMayHelp = true }
            : fault;
    }
}
