using System.Net;
using System.Net.Sockets;

namespace EvalFaaS.Harness.Processes;

/// <summary>A TCP port of the loopback address that nobody listened on a moment ago.</summary>
internal static class FreePort
{
    public static IPEndPoint Find() => FindMany(1)[0];

    /// <summary>So many different ones.</summary>
    public static IReadOnlyList<IPEndPoint> FindMany(int count)
    {
        var probes = new List<Socket>(count);
        try
        {
            while (probes.Count < count)
            {
                probes.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
                probes[^1].Bind(new IPEndPoint(IPAddress.Loopback, 0));
            }

            return [.. probes.Select(p => (IPEndPoint)p.LocalEndPoint!)];
        }
        finally
        {
            foreach (var probe in probes) probe.Dispose();
        }
    }
}
