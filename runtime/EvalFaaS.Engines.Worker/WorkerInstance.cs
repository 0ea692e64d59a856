using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>An instance in a worker, made there with its first invocation. One that is kept belongs to the worker that holds it.</summary>
internal sealed class WorkerInstance(WorkerEngine engine, WorkerModule module, InvocationLimits limits) : WasmInstance
{
    private WorkerProcess? _holder;
    private long _invocations;
    private bool _broken;

    /// <inheritdoc/>
    public override long Id { get; } = InstanceIds.Next();

    /// <inheritdoc/>
    public override long Invocations => _invocations;

    /// <inheritdoc/>
    public override bool Reusable => !_broken && _holder is null or { IsDead: false };

    /// <inheritdoc/>
    public override ValueTask<Outcome> InvokeAsync(InvocationContext context, InvocationCancellation cancellation)
    {
        if (cancellation.Check() is not CancelReason.None and var reason) return new ValueTask<Outcome>(Faults.Cancelled(reason));
        var call = module.Call(context, limits, Id, (_holder is null ? InvokeFlags.Fresh : 0) | (LastInvocation ? InvokeFlags.Last : 0));
        return TryTake(call.Claim) is { } worker ? RunAsync(worker, call, context, cancellation) : WaitAndRunAsync(call, context, cancellation);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_holder is not { IsDead: false } holder) return;
        engine.Errands.Drop(holder, Id);
        _holder = null;
    }

    private WorkerProcess? TryTake(WorkerClaim claim)
    {
        while (engine.Pool.TryTake(claim, _holder) is { } worker)
        {
            // One that ended while idle, and was not noticed yet, is no one's failure.
            if (worker.Channel.IsOpen) return worker;
            engine.Pool.Discard(worker);
        }

        return null;
    }

    private async ValueTask<Outcome> WaitAndRunAsync(WorkerCall call, InvocationContext context, InvocationCancellation cancellation)
    {
        WorkerProcess worker;
        try
        {
            worker = await engine.Pool.TakeAsync(call.Claim, _holder, cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Faults.Cancelled(cancellation.Check());
        }
        catch (FaultException e)
        {
            _broken = true;
            return e.Fault;
        }

        context.Ledger.Mark(Phase.Queue);
        return await RunAsync(worker, call, context, cancellation).ConfigureAwait(false);
    }

    private ValueTask<Outcome> RunAsync(WorkerProcess worker, in WorkerCall call, InvocationContext context, InvocationCancellation cancellation)
    {
        _invocations++;
        var run = worker.Conversation.RunAsync(call, context, cancellation, engine.Time);
        return run.IsCompleted ? new ValueTask<Outcome>(End(worker, context, run.Result)) : EndLaterAsync(run, worker, context);
    }

    private async ValueTask<Outcome> EndLaterAsync(ValueTask<Outcome> run, WorkerProcess worker, InvocationContext context) =>
        End(worker, context, await run.ConfigureAwait(false));

    private Outcome End(WorkerProcess worker, InvocationContext context, Outcome outcome)
    {
        var conversation = worker.Conversation;
        WorkerPhases.Mark(context.Ledger, conversation.Ended);
        _holder = conversation.Ended.Kept ? worker : null;
        _broken = !conversation.Ended.Kept;
        if (conversation.Lost) engine.Pool.Discard(worker);
        else engine.Pool.Return(worker);
        return outcome;
    }
}
