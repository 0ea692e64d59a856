using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Randomness, from the invocation's own source.</summary>
internal static class RandomFunctions
{
    /// <summary>Bytes between two looks at the deadline.</summary>
    private const uint Chunk = 1 << 20;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("random_get", "ii", static (in HostCall call) => Get(call)),
    ];

    /// <summary>(buffer, length)</summary>
    private static Errno Get(in HostCall call)
    {
        uint pointer = call.UInt32(0), left = call.UInt32(1);
        var memory = call.Memory;
        if ((ulong)pointer + left > memory.Length) return Errno.Fault;
        while (left > 0)
        {
            var length = Math.Min(left, Chunk);
            memory.TrySlice(pointer, length, out var bytes);
            call.State.Context.Random.Fill(bytes);
            pointer += length;
            left -= length;
            if (left > 0 && call.State.Cancellation.Check() != CancelReason.None)
            {
                call.State.Cancelled();
                return Errno.Unwound;
            }
        }

        return Errno.Success;
    }
}
