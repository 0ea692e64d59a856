using System.Buffers.Text;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Load;

/// <summary>The headers in which a node accounts for a request: Server-Timing (W3C), start state, cause and instance.</summary>
internal static class NodeHeaders
{
    private static readonly (Phase Phase, byte[] Name)[] PhaseNames =
        [.. PhaseDurations.Phases.ToArray().Select(p => (p, Encoding.ASCII.GetBytes(p.ToString().ToLowerInvariant())))];

    private static readonly (byte[] Name, ColdCause Cause)[] Causes =
    [
        ("first-use"u8.ToArray(), ColdCause.FirstUse),
        ("expired"u8.ToArray(), ColdCause.Expired),
        ("evicted"u8.ToArray(), ColdCause.Evicted),
        ("capacity"u8.ToArray(), ColdCause.Capacity),
        ("new-revision"u8.ToArray(), ColdCause.NewRevision),
        ("node-lost"u8.ToArray(), ColdCause.NodeLost),
        ("forecast-missed"u8.ToArray(), ColdCause.ForecastMissed),
    ];

    public static void Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ref AnswerHeaders headers)
    {
        if (Ascii.EqualsIgnoreCase(name, "server-timing"u8)) ReadPhases(value, ref headers.Phases);
        else if (Ascii.EqualsIgnoreCase(name, "x-evalfaas-start"u8) && value is [(byte)'N', >= (byte)'0' and <= (byte)'5']) headers.StartState = (StartState)(value[1] - '0');
        else if (Ascii.EqualsIgnoreCase(name, "x-evalfaas-instance"u8)) Utf8Parser.TryParse(value, out headers.InstanceId, out _);
        else if (Ascii.EqualsIgnoreCase(name, "x-evalfaas-cause"u8))
        {
            foreach (var (text, cause) in Causes)
                if (value.SequenceEqual(text)) headers.Cause = cause;
        }
    }

    /// <summary>For example <c>route;dur=0.002, execute;dur=0.010</c>, in ms.</summary>
    private static void ReadPhases(ReadOnlySpan<byte> value, ref PhaseDurations phases)
    {
        while (!value.IsEmpty)
        {
            var end = value.IndexOf((byte)',');
            var metric = (end < 0 ? value : value[..end]).Trim((byte)' ');
            value = end < 0 ? default : value[(end + 1)..];
            var duration = metric.IndexOf(";dur="u8);
            if (duration < 0 || !Utf8Parser.TryParse(metric[(duration + 5)..], out double ms, out _)) continue;
            foreach (var (phase, name) in PhaseNames)
                if (metric[..duration].SequenceEqual(name)) phases[phase] = (long)(ms * 1e6 + 0.5);
        }
    }
}
