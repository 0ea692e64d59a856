using System.Net;
using System.Net.Sockets;

namespace EvalFaaS.Harness.Processes;

/// <summary>A TCP port of the loopback address that nobody listened on a moment ago.</summary>
internal static class FreePort
{
    public static IPEndPoint Find()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }
}
