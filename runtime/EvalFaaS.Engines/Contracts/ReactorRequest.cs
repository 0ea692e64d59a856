using System.Buffers;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Puts a request's body where a reactor finds it: in one buffer of the guest's, or left to be read in chunks.</summary>
internal static class ReactorRequest
{
    /// <summary>The longest body that is put into one buffer where the guest could read chunks.</summary>
    public const int SingleBufferBytes = 64 << 10;

    private const int NotBuffered = -1;

    /// <summary>Fills pointer and length for <c>evalfaas_handle</c>.</summary>
    /// <returns>False when the guest was unwound or the body could not be had; the state then has the fault.</returns>
    public static bool Place(CoreInstance instance, Span<long> values)
    {
        var state = instance.State;
        var context = state.Context;
        values[0] = values[1] = 0;
        if (context.RequestLength == 0)
        {
            state.Reactor.RequestEnded = true;
            return true;
        }

        if (context.RequestLength > context.Limits.RequestBytes)
        {
            state.Fail(ReactorState.RequestTooLarge(context.Limits));
            return false;
        }

        if (context.RequestLength > SingleBufferBytes && instance.Module.StreamsRequest) return LeaveToGuest(values);
        if (context.RequestBody.TryRead(out var result))
        {
            var fits = !instance.Module.StreamsRequest || result.Buffer.Length <= SingleBufferBytes;
            if (result.IsCompleted && fits) return PlaceWhole(instance, result.Buffer, values);
            context.RequestBody.AdvanceTo(result.Buffer.Start);
        }

        return instance.Module.StreamsRequest ? LeaveToGuest(values) : PlaceBuffered(instance, values);
    }

    private static bool LeaveToGuest(Span<long> values)
    {
        values[1] = NotBuffered;
        return true;
    }

    private static bool PlaceWhole(CoreInstance instance, ReadOnlySequence<byte> body, Span<long> values)
    {
        var state = instance.State;
        state.Reactor.RequestEnded = true;
        if (state.Reactor.CountRead(state, body.Length) is { } fault)
        {
            state.Fail(fault);
            return false;
        }

        if (!Allocate(instance, body.Length, values, out var buffer)) return false;
        body.CopyTo(buffer);
        state.Context.RequestBody.AdvanceTo(body.End);
        return true;
    }

    // A guest that cannot read chunks gets the whole body, so it is collected here first: its length is known only at its end.
    private static bool PlaceBuffered(CoreInstance instance, Span<long> values)
    {
        var state = instance.State;
        using var collected = new PooledBuffer((int)Math.Min(state.Context.RequestLength ?? 0, int.MaxValue));
        while (!state.Reactor.RequestEnded)
        {
            if (!BodyWaits.Read(state, out var result)) return false;
            if (state.Reactor.CountRead(state, result.Buffer.Length) is { } fault)
            {
                state.Context.RequestBody.AdvanceTo(result.Buffer.End);
                state.Fail(fault);
                return false;
            }

            collected.Append(result.Buffer);
            state.Reactor.RequestEnded = result.IsCompleted;
            state.Context.RequestBody.AdvanceTo(result.Buffer.End);
        }

        if (!Allocate(instance, collected.Length, values, out var buffer)) return false;
        collected.Bytes.CopyTo(buffer);
        return true;
    }

    private static bool Allocate(CoreInstance instance, long length, Span<long> values, out Span<byte> buffer)
    {
        buffer = default;
        if (length == 0) return true;
        values[0] = length;
        if (!instance.Call(GuestExport.Alloc, values)) return false;
        var pointer = (uint)values[0];
        if (pointer == 0)
        {
            instance.State.Fail(new InvocationFault(FaultKind.MemoryLimit, "contract/reactor",
                $"evalfaas_alloc had no room for a request body of {length} bytes. Raise the function's memory limit."));
            return false;
        }

        if (!instance.Memory.TrySlice(pointer, (uint)length, out buffer))
        {
            instance.State.Fail(new InvocationFault(FaultKind.BadResponse, "contract/reactor",
                $"evalfaas_alloc gave a buffer at {pointer} of {length} bytes, which lies outside its memory."));
            return false;
        }

        values[0] = (int)pointer;
        values[1] = length;
        return true;
    }
}
