using EvalFaaS.Model;

namespace EvalFaaS.Node.Functions;

/// <summary>The value of the <c>Server-Timing</c> header: the ledger's phases so far, in milliseconds with three decimals.</summary>
internal static class ServerTiming
{
    private const int MaximumLength = 512;
    private const int NanosecondsPerMicrosecond = 1_000;
    private static readonly string[] Names = [.. Enum.GetNames<Phase>().Select(n => n.ToLowerInvariant())];

    /// <summary>For example <c>route;dur=0.002, instantiate;dur=0.004, execute;dur=0.010</c>.</summary>
    public static string Format(InvocationLedger ledger)
    {
        Span<char> text = stackalloc char[MaximumLength];
        var length = 0;
        foreach (ref readonly var span in ledger.Spans)
        {
            var name = Names[(int)span.Phase];
            // Separator, name, ";dur=", 13 digits, point and decimals.
            if (length + name.Length + 24 > MaximumLength) break;
            if (length > 0)
            {
                text[length++] = ',';
                text[length++] = ' ';
            }

            name.CopyTo(text[length..]);
            length += name.Length;
            ";dur=".CopyTo(text[length..]);
            length += 5;
            length += Milliseconds(span.EndNs - span.StartNs, text[length..]);
        }

        return new string(text[..length]);
    }

    private static int Milliseconds(long ns, Span<char> text)
    {
        var us = (uint)Math.Min((ns + NanosecondsPerMicrosecond / 2) / NanosecondsPerMicrosecond, uint.MaxValue);
        var whole = us / 1_000;
        var rest = us % 1_000;
        whole.TryFormat(text, out var length);
        text[length++] = '.';
        text[length++] = (char)('0' + rest / 100);
        text[length++] = (char)('0' + rest / 10 % 10);
        text[length++] = (char)('0' + rest % 10);
        return length;
    }
}
