using System.Net;
using System.Net.Sockets;

namespace EvalFaaS.Harness.Processes;

/// <summary>Waits until something accepts connections at an address, without asking it anything.</summary>
internal static class Listening
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(5);

    /// <summary>Tries until it succeeds, or until <paramref name="whyNever"/> says that it never will.</summary>
    /// <param name="address">Where.</param>
    /// <param name="whyNever">Asked before each try; a sentence ends the wait.</param>
    /// <param name="time">For the waits between tries.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">It will never listen.</exception>
    public static async Task WaitAsync(EndPoint address, Func<string?> whyNever, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            if (whyNever() is { } why) throw new InvalidOperationException(why);
            try
            {
                using var socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address, cancellation);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }
}
