using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Reads a stream to its end and no further than a bound, whatever length it claims.</summary>
internal static class BoundedRead
{
    private const int FirstBuffer = 64 << 10;

    /// <summary>All bytes of the stream.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="expected">The length it claims, or null.</param>
    /// <param name="maximum">More is a fault.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask<byte[]> AllAsync(Stream stream, long? expected, long maximum, string name, CancellationToken cancellation)
    {
        if (expected > maximum) throw TooLarge(name, $"{expected} bytes", maximum);
        var bytes = new byte[expected is > 0 ? (int)expected.Value : FirstBuffer];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                // Full: either this was the end, or the claim was wrong.
                var one = new byte[1];
                if (await stream.ReadAsync(one, cancellation).ConfigureAwait(false) == 0) return bytes;
                if (length >= maximum) throw TooLarge(name, "more", maximum);
                Array.Resize(ref bytes, (int)Math.Min(Math.Max(bytes.Length * 2L, FirstBuffer), maximum));
                bytes[length++] = one[0];
                continue;
            }

            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0) return bytes[..length];
            length += read;
        }
    }

    public static FaultException TooLarge(string name, string size, long maximum) => new(
        FaultKind.ModuleUnsupported, "source",
        $"The module {name} has {size}, and this node takes modules of at most {maximum} bytes. Make it smaller or raise maximumModuleBytes.");
}
