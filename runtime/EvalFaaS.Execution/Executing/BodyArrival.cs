using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>Whether a request's body is here, since a guest that waits for it holds its thread.</summary>
internal static class BodyArrival
{
    /// <summary>The largest body that is waited for before the guest runs, bytes: what any server buffers for one request anyway.</summary>
    public const int AwaitedBytes = 64 << 10;

    /// <summary>Whether all of it has arrived. Consumes nothing.</summary>
    public static bool IsComplete(InvocationContext context)
    {
        if (context.RequestLength == 0) return true;
        try
        {
            if (!context.RequestBody.TryRead(out var result)) return false;
            context.RequestBody.AdvanceTo(result.Buffer.Start);
            return result.IsCompleted;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // A broken body: the guest's own reading will find the same and say so.
            return true;
        }
    }

    /// <summary>Waits, without a thread, until a small body is here or the invocation is cancelled.</summary>
    public static async ValueTask WaitAsync(InvocationContext context, InvocationCancellation cancellation)
    {
        try
        {
            while (true)
            {
                var result = await context.RequestBody.ReadAsync(cancellation.Token).ConfigureAwait(false);
                context.RequestBody.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (result.IsCompleted || result.IsCanceled) return;
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // As above; a cancellation is seen by the next step.
        }
    }
}
