using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The asynchronous ways around the steps of an <see cref="Executor"/>: only what must wait allocates.</summary>
internal static class Detour
{
    /// <summary>Whether a body that has not arrived is waited for before admission, so that a slow client holds neither a thread nor a place.</summary>
    public static bool AwaitsBody(InvocationContext context) => context.RequestLength is <= BodyArrival.AwaitedBytes;

    /// <summary>Waits for a small body and for admission.</summary>
    public static async ValueTask<Outcome> AdmitAsync(Executor executor, Invocation invocation)
    {
        try
        {
            if (invocation.BodyPending && AwaitsBody(invocation.Context))
            {
                await BodyArrival.WaitAsync(invocation.Context, invocation.Cancellation).ConfigureAwait(false);
                invocation.BodyPending = false;
            }

            if (await invocation.Function.Gate.EnterAsync(invocation.Cancellation).ConfigureAwait(false) is { } refused)
            {
                invocation.Context.Ledger.Mark(Phase.Queue);
                return executor.Finish(invocation, refused);
            }
        }
        catch (Exception e)
        {
            return executor.Finish(invocation, executor.Fault(invocation, e));
        }

        return await executor.Admitted(invocation).ConfigureAwait(false);
    }

    /// <summary>Loads the module, or waits for who loads it.</summary>
    public static async ValueTask<Outcome> LoadAsync(Executor executor, ModuleCache modules, Invocation invocation)
    {
        var slot = invocation.Function.Slot;
        var ledger = invocation.Context.Ledger;
        try
        {
            while (invocation.Module is null)
            {
                if (modules.Load(slot) is { } flight)
                {
                    try
                    {
                        // A load that needed no waiting needs no timer either.
                        if (!flight.Task.IsCompleted) await flight.Task.WaitAsync(invocation.Cancellation.Token).ConfigureAwait(false);
                        else await flight.Task.ConfigureAwait(false);
                    }
                    finally
                    {
                        // A flight that goes on is not described: its stages are still being written.
                        if (flight.Task.IsCompleted) flight.Describe(ledger);
                    }

                    if (ledger.Cause == ColdCause.FirstUse && invocation.Function.Succeeds) ledger.Cause = ColdCause.NewRevision;
                }

                invocation.Module = slot.TryAcquire(ledger.StartNs + ledger.TotalNs);
            }
        }
        catch (Exception e)
        {
            ledger.Mark(Phase.Load);
            return executor.Finish(invocation, executor.Fault(invocation, e));
        }

        return await executor.Loaded(invocation).ConfigureAwait(false);
    }

    /// <summary>Waits for room for an instance.</summary>
    public static async ValueTask<Outcome> InstantiateAsync(Executor executor, ModuleCache modules, Invocation invocation, ValueTask<WasmInstance> made)
    {
        // The engine is full. What others keep for later goes before what is wanted now.
        modules.DiscardIdleInstance();
        WasmInstance instance;
        try
        {
            instance = await made.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            invocation.Context.Ledger.Mark(Phase.Instantiate);
            return executor.Fail(invocation, e);
        }

        // On whatever thread the wait ended: waiting means that the engine is full, and then another hop would not help.
        return await executor.Instantiated(invocation, instance).ConfigureAwait(false);
    }

    /// <summary>Waits for the guest's end.</summary>
    public static async ValueTask<Outcome> InvokeAsync(Executor executor, Invocation invocation, ValueTask<Outcome> ended)
    {
        try
        {
            return executor.Finish(invocation, await ended.ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return executor.Fail(invocation, e);
        }
    }
}
