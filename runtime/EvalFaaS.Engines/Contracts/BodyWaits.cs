using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Reads and flushes of bodies by a guest's host call: they hold the thread and end with the invocation.</summary>
internal static class BodyWaits
{
    /// <summary>The body as far as it has arrived; waits for the first byte or the end. What the guest has written is handed on before a wait.</summary>
    /// <returns>False when the wait failed; the state then has the fault.</returns>
    public static bool Read(GuestState state, out ReadResult result)
    {
        var body = state.Context.RequestBody;
        if (body.TryRead(out result))
        {
            if (!result.IsCanceled && (result.IsCompleted || !result.Buffer.IsEmpty)) return true;
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        if (state.Output.HandOver() == Errno.Unwound) return false;
        var ledger = state.Context.Ledger;
        var start = ledger.Now();
        try
        {
            result = ClientWait.For(body.ReadAsync(state.Cancellation.Token));
            if (!result.IsCanceled) return true;
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            Failed(state);
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            Failed(state);
            return false;
        }
        finally
        {
            ledger.AddHostTime(ledger.Now() - start);
        }
    }

    /// <summary>Sends what is written; waits while the client is slow.</summary>
    /// <returns>False when the client is gone or the wait was ended; the state then has the fault.</returns>
    public static bool Flush(GuestState state)
    {
        var ledger = state.Context.Ledger;
        var start = ledger.Now();
        try
        {
            var result = ClientWait.For(state.Context.ResponseBody.FlushAsync(state.Cancellation.Token));
            if (!result.IsCompleted && !result.IsCanceled) return true;
            Failed(state);
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            Failed(state);
            return false;
        }
        finally
        {
            ledger.AddHostTime(ledger.Now() - start);
        }
    }

    // A stream breaks because the invocation was cancelled or because its other end went away.
    private static void Failed(GuestState state)
    {
        state.Cancellation.Check();
        state.Cancellation.Request(CancelReason.ClientGone);
        state.Cancelled();
    }
}
