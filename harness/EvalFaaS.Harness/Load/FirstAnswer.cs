using System.Net;
using System.Net.Sockets;

namespace EvalFaaS.Harness.Load;

/// <summary>Waits for the first answer of a server that is just starting: tries to connect until something listens, then asks once.</summary>
public static class FirstAnswer
{
    private const int RetryMicroseconds = 100;

    /// <summary>Asks until it answers, holding the calling thread.</summary>
    /// <param name="address">Where it will listen.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="expected">The right body, or null where any will do.</param>
    /// <param name="startedNs">When its start began: the sample's intended time. Its issued one is when it listened, so that the request could be sent.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="afterTry">Called after each try, for who wants to see what else happens meanwhile.</param>
    public static LoadSample Wait(
        EndPoint address, ReadOnlyMemory<byte> request, ReadOnlyMemory<byte>? expected, long startedNs, TimeSpan timeout, MonotonicClock clock, Action? afterTry = null)
    {
        var sample = new LoadSample { IntendedNs = startedNs, IssuedNs = startedNs, Outcome = LoadOutcome.Timeout };
        var limit = startedNs + (long)timeout.TotalNanoseconds;
        var answer = new HttpAnswer();
        var buffer = new byte[64 << 10];
        while (clock.NowNs < limit)
        {
            var answered = TryOnce(address, request, expected, ref sample, limit, answer, buffer, clock);
            afterTry?.Invoke();
            if (answered) return sample;
            Pause(clock);
        }

        sample.LastByteNs = clock.NowNs;
        return sample;
    }

    /// <summary>Asks once; false where nobody listens yet.</summary>
    internal static bool TryOnce(
        EndPoint address, ReadOnlyMemory<byte> request, ReadOnlyMemory<byte>? expected, ref LoadSample sample, long limit, HttpAnswer answer, byte[] buffer, MonotonicClock clock)
    {
        using var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(address);
            sample.IssuedNs = clock.NowNs;
            socket.ReceiveTimeout = socket.SendTimeout = Math.Max(1, (int)((limit - clock.NowNs) / 1_000_000));
            for (var sent = 0; sent < request.Length;) sent += socket.Send(request.Span[sent..]);
            answer.Begin(expected);
            sample.FirstByteNs = 0;
            while (socket.Receive(buffer) is > 0 and var received)
            {
                if (sample.FirstByteNs == 0) sample.FirstByteNs = clock.NowNs;
                if (answer.Take(buffer.AsSpan(0, received)) is not { } whole) continue;
                Finish(ref sample, answer, whole, clock);
                return true;
            }
        }
        catch (SocketException)
        {
            // Nobody listens yet, or it closed while starting: the start is not over.
        }

        return false;
    }

    private static void Finish(ref LoadSample sample, HttpAnswer answer, bool whole, MonotonicClock clock)
    {
        sample.LastByteNs = clock.NowNs;
        sample.Status = answer.Status;
        sample.Headers = answer.Headers;
        sample.Outcome = !whole ? LoadOutcome.BadProtocol
            : answer.Status is < 200 or > 299 ? LoadOutcome.BadStatus
            : answer.IsExpected ? LoadOutcome.Ok : LoadOutcome.WrongAnswer;
    }

    /// <summary>The generator has a core of its own, so that trying often costs the starting process nothing; a timer would wake too late.</summary>
    private static void Pause(MonotonicClock clock)
    {
        for (var until = clock.NowNs + RetryMicroseconds * 1_000; clock.NowNs < until;) Thread.SpinWait(20);
    }
}
