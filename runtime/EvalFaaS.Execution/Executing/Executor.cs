using EvalFaaS.Engines;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>
/// The steps of an invocation: admit, acquire the module, make or take an instance, run it.
/// Each step goes on synchronously where it can; what must wait takes a <see cref="Detour"/> and comes back to the next step.
/// </summary>
internal sealed partial class Executor(
    ModuleCache modules, GuestThreads threads, RunningInvocations running, KeepEvents events, RuntimeCounters counters, bool startedForCall, ILogger logger)
{
    private int _awaitsFirst = startedForCall ? 1 : 0;

    public ValueTask<Outcome> InvokeAsync(Invocation invocation)
    {
        if (running.Draining) return Refuse(invocation);
        invocation.BodyPending = !BodyArrival.IsComplete(invocation.Context);
        if ((invocation.BodyPending && Detour.AwaitsBody(invocation.Context)) || !invocation.Function.Gate.TryEnter())
            return Detour.AdmitAsync(this, invocation);
        return Admitted(invocation);
    }

    /// <summary>Goes on with an invocation that holds a place in its function's limit.</summary>
    public ValueTask<Outcome> Admitted(Invocation invocation)
    {
        invocation.Admitted = true;
        var ledger = invocation.Context.Ledger;
        ledger.Mark(Phase.Queue);
        var function = invocation.Function;
        invocation.Module = function.Slot.TryAcquire(ledger.StartNs);
        invocation.ArrivedNs = ledger.LastNs;
        events.Add(new KeepEvent
        {
            Kind = KeepEventKind.Arrived, Function = function, AtNs = ledger.LastNs, Cold = invocation.Module is null || function.Pool is { Idle: 0 },
        });
        return invocation.Module is null ? Detour.LoadAsync(this, modules, invocation) : Loaded(invocation);
    }

    /// <summary>Goes on with an invocation whose module is mapped.</summary>
    public ValueTask<Outcome> Loaded(Invocation invocation) =>
        invocation.BodyPending || invocation.Function.Pace.IsSlow ? invocation.QueueOn(threads) : Run(invocation);

    /// <summary>Takes or makes an instance and runs it, on this thread.</summary>
    public ValueTask<Outcome> Run(Invocation invocation)
    {
        try
        {
            var function = invocation.Function;
            var ledger = invocation.Context.Ledger;
            var cause = ColdCause.None;
            if (function.Pool?.Take(out cause) is { } kept)
            {
                Interlocked.Increment(ref counters.ReusesCount);
                if (ledger.StartState == StartState.FreshInstance) ledger.StartState = StartState.ReusedInstance;
                return Invoke(invocation, kept);
            }

            if (function.TakeWorkerLost()) cause = ColdCause.NodeLost;
            if (ledger.StartState == StartState.FreshInstance) ledger.Cause = cause;
            var made = invocation.Module!.Compiled.InstantiateAsync(function.Revision.Limits, invocation.Cancellation);
            return made.IsCompletedSuccessfully
                ? Instantiated(invocation, made.Result)
                : Detour.InstantiateAsync(this, modules, invocation, made);
        }
        catch (Exception e)
        {
            return new ValueTask<Outcome>(Fail(invocation, e));
        }
    }

    /// <summary>Goes on with a fresh instance.</summary>
    public ValueTask<Outcome> Instantiated(Invocation invocation, WasmInstance instance)
    {
        Interlocked.Increment(ref counters.InstancesCount);
        return Invoke(invocation, instance);
    }

    /// <summary>Takes in how it ended.</summary>
    public Outcome Finish(Invocation invocation, Outcome outcome)
    {
        var ledger = invocation.Context.Ledger;
        if (!invocation.BodyPending && ledger.DurationNs(Phase.Execute) is > 0 and var ns) invocation.Function.Pace.Add(ns);
        if (invocation.Instance is { } instance) invocation.Function.NoteMemory(instance.MemoryBytes);
        if (outcome.Fault?.Kind == FaultKind.WorkerLost)
        {
            Interlocked.Increment(ref counters.WorkersLostCount);
            invocation.Function.NoteWorkerLost();
        }

        if (Volatile.Read(ref _awaitsFirst) != 0 && Interlocked.Exchange(ref _awaitsFirst, 0) != 0) ledger.StartState = StartState.NodeStart;
        invocation.Outcome = outcome;
        return outcome;
    }

    /// <summary>Ends it with what was thrown.</summary>
    public Outcome Fail(Invocation invocation, Exception thrown)
    {
        // The pool counts the instance that it did not have as one that is being made.
        if (invocation is { Module: not null, Instance: null }) invocation.Function.Pool?.NotMade();
        return Finish(invocation, Fault(invocation, thrown));
    }

    public InvocationFault Fault(Invocation invocation, Exception thrown)
    {
        if (thrown is FaultException known) return known.Fault;
        if (thrown is OperationCanceledException && invocation.Cancellation.Check() is not CancelReason.None and var reason) return Faults.Cancelled(reason);
        LogUnexpected(thrown, invocation.Function.Name, invocation.Id);
        return new InvocationFault(FaultKind.Internal, "execution", $"An unexpected {thrown.GetType().Name}: {thrown.Message} The node's log has its trace under invocation {invocation.Id}.");
    }

    private ValueTask<Outcome> Invoke(Invocation invocation, WasmInstance instance)
    {
        invocation.Instance = instance;
        instance.LastInvocation = invocation.Function.IsLast(instance);
        var context = invocation.Context;
        context.Ledger.InstanceId = instance.Id;
        context.Ledger.Mark(Phase.Instantiate);
        var ended = instance.InvokeAsync(context, invocation.Cancellation);
        return ended.IsCompletedSuccessfully
            ? new ValueTask<Outcome>(Finish(invocation, ended.Result))
            : Detour.InvokeAsync(this, invocation, ended);
    }

    private ValueTask<Outcome> Refuse(Invocation invocation) => new(Finish(invocation, new InvocationFault(
        FaultKind.Draining, "admission", "The node is shutting down and takes no new invocations. Ask another node.", RetryMayHelp: true)));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}, invocation {Invocation}: unexpected error")]
    private partial void LogUnexpected(Exception error, string function, string invocation);
}
