using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>The end of an invocation: gives back what it holds, then records it.</summary>
internal sealed partial class InvocationEnd(
    RecentInvocations recent, PhaseHistograms phases, FunctionMeters meters, RunningInvocations running, KeepEvents events, RuntimeCounters counters, ILogger logger)
{
    /// <summary>Gives back instance, module and place, in this order: nobody unmaps what an instance still uses.</summary>
    public void Release(Invocation invocation)
    {
        if (invocation.Admitted) Release(invocation, invocation.Context.Ledger.Now());
    }

    public void Complete(Invocation invocation)
    {
        // What was marked last ended just now.
        if (invocation.Admitted) Release(invocation, invocation.Context.Ledger.LastNs);
        recent.Add(invocation);
        phases.Add(invocation.Context.Ledger);
        invocation.Function.Meter(meters).Add(!invocation.Outcome.IsOk);
        invocation.End();
        running.NoteEnd();
    }

    private void Release(Invocation invocation, long start)
    {
        var function = invocation.Function;
        var ledger = invocation.Context.Ledger;
        var pooled = 0L;
        try
        {
            if (invocation.Instance is { } instance)
            {
                invocation.Instance = null;
                if (function.Pool is { } pool)
                {
                    var id = instance.Id;
                    if (pool.Give(instance, start)) pooled = id;
                }
                else
                {
                    Interlocked.Increment(ref counters.DiscardsCount);
                    instance.Dispose();
                }
            }
        }
        catch (Exception e)
        {
            LogDisposeFailed(e, function.Name, invocation.Id);
        }

        invocation.Module?.Release();
        invocation.Module = null;
        invocation.Admitted = false;
        function.Gate.Exit();
        events.Add(new KeepEvent
        {
            Kind = KeepEventKind.Ended, Function = function, AtNs = start, ArrivedNs = invocation.ArrivedNs, PooledInstance = pooled,
            StartState = ledger.StartState, Cause = ledger.Cause,
        });
        ledger.MarkCleanup(start);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}, invocation {Invocation}: its instance could not be given back")]
    private partial void LogDisposeFailed(Exception error, string function, string invocation);
}
