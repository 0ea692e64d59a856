using System.Buffers;
using System.Globalization;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// Tells a CGI response (RFC 3875, section 6) from a bare body: it begins with header lines and a blank line, and among the headers is
/// <c>Content-Type</c>, <c>Status</c> or <c>Location</c>. Anything else is the body itself, of type <c>application/octet-stream</c>.
/// </summary>
internal sealed class CgiOutputHead : IOutputHead
{
    private const int LongestHead = 16 << 10;

    private const string BareType = "application/octet-stream";
    private static readonly SearchValues<byte> NameLetters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private CgiOutputHead()
    {
    }

    /// <summary>The one instance.</summary>
    public static CgiOutputHead Instance { get; } = new();

    /// <summary>16 KiB: what is longer is taken for a body.</summary>
    public int Longest => LongestHead;

    /// <inheritdoc/>
    public int? Take(ReadOnlySpan<byte> output, bool final, GuestState state)
    {
        var length = Measure(output, final, out var isHead);
        if (length is null) return null;
        if (isHead) Apply(output[..length.Value], state);
        else state.Context.AddResponseHeader("Content-Type", BareType);
        return length;
    }

    /// <summary>Bytes of the head with its blank line, 0 for a bare body, null when more must be seen.</summary>
    private static int? Measure(ReadOnlySpan<byte> output, bool final, out bool isHead)
    {
        isHead = false;
        var known = false;
        var position = 0;
        while (TryReadLine(output[position..], out var line, out var consumed))
        {
            position += consumed;
            if (position > LongestHead) return 0;
            if (line.IsEmpty)
            {
                isHead = known;
                return known ? position : 0;
            }

            if (!TrySplit(line, out var name, out _)) return 0;
            known |= Is(name, "Content-Type"u8) || Is(name, "Status"u8) || Is(name, "Location"u8);
        }

        var rest = output[position..];
        return final || output.Length >= LongestHead || !MayBeHeader(rest) ? 0 : null;
    }

    private static void Apply(ReadOnlySpan<byte> head, GuestState state)
    {
        int? status = null;
        var redirect = false;
        while (TryReadLine(head, out var line, out var consumed) && TrySplit(line, out var name, out var value))
        {
            head = head[consumed..];
            if (Is(name, "Status"u8))
            {
                status = StatusOf(value);
                if (status is null)
                {
                    state.Fail(new InvocationFault(FaultKind.BadResponse, "guest", $"The function's answer has the status `{Encoding.Latin1.GetString(value)}`; it must begin with a number from 200 to 599."));
                    return;
                }
            }
            else if (ResponseHeaders.TryRead(name, value, out var header, out var text))
            {
                redirect |= Is(name, "Location"u8);
                state.Context.AddResponseHeader(header, text);
            }
        }

        if (status is not null || redirect) state.Context.SetStatus(status ?? 302);
    }

    /// <summary>A line without its end; false while the end has not come.</summary>
    private static bool TryReadLine(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line, out int consumed)
    {
        var end = bytes.IndexOf((byte)'\n');
        consumed = end + 1;
        line = end < 0 ? default : bytes[..end];
        if (line is [.., (byte)'\r']) line = line[..^1];
        return end >= 0;
    }

    private static bool TrySplit(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var colon = line.IndexOf((byte)':');
        name = colon <= 0 ? default : line[..colon];
        value = colon <= 0 ? default : line[(colon + 1)..].Trim(" \t"u8);
        return colon > 0 && !name.ContainsAnyExcept(NameLetters) && value.IndexOfAnyInRange((byte)0, (byte)31) < 0 && !value.Contains((byte)127);
    }

    /// <summary>Whether an unfinished line may still become a header or the blank line.</summary>
    private static bool MayBeHeader(ReadOnlySpan<byte> start)
    {
        var other = start.IndexOfAnyExcept(NameLetters);
        return other < 0 || (other > 0 && start[other] == ':') || (other == 0 && start is [(byte)'\r']);
    }

    private static int? StatusOf(ReadOnlySpan<byte> value) =>
        value.Length >= 3 && (value.Length == 3 || value[3] == ' ')
        && int.TryParse(value[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 599 ? status : null;

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) => Ascii.EqualsIgnoreCase(name, expected);
}
