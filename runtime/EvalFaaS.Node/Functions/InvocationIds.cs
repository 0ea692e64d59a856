using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// Names invocations: the client's trace id where it sends one (W3C Trace Context), else a random id of the same form.
/// One for each connection; the random part is drawn once and a counter added, so that an id costs no call of the system's generator.
/// </summary>
internal sealed class InvocationIds
{
    private const int IdLength = 32;
    private const int IdStart = 3;
    private const int TraceParentLength = 55;
    private readonly ulong _prefix = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private ulong _next = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    /// <summary>A new id: 32 hexadecimal digits.</summary>
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _prefix);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _next++);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The trace id of a <c>traceparent</c>, or null where it is malformed.</summary>
    public static string? OfTraceParent(string? traceParent)
    {
        if (traceParent is null || traceParent.Length < TraceParentLength || traceParent[2] != '-' || traceParent[IdStart + IdLength] != '-') return null;
        var id = traceParent.AsSpan(IdStart, IdLength);
        foreach (var c in id)
            if (!char.IsAsciiHexDigitLower(c)) return null;
        return id.ContainsAnyExcept('0') ? id.ToString() : null;
    }
}
