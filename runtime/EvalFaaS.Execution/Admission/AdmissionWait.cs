using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One invocation in the queue of an <see cref="AdmissionGate"/>.</summary>
internal sealed class AdmissionWait(AdmissionGate gate, InvocationCancellation cancellation)
{
    // Who leaves the gate must not go on with the work of who enters.
    private readonly TaskCompletionSource<InvocationFault?> _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its place in the queue, null once it has left it. Under the gate's lock.</summary>
    public LinkedListNode<AdmissionWait>? Node { get; set; }

    public InvocationCancellation Cancellation => cancellation;

    public void Admit() => _decided.SetResult(null);

    public void Refuse(InvocationFault why) => _decided.SetResult(why);

    public async ValueTask<InvocationFault?> WaitAsync()
    {
        try
        {
            return await _decided.Task.WaitAsync(cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (gate.Abandon(this)) return InQueue(cancellation.Check());
            // Admitted at the same moment: the place is ours, and the engine will see the cancellation at once.
            return await _decided.Task.ConfigureAwait(false);
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
