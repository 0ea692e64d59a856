using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EvalFaaS.Node.Tests;

/// <summary>A client that sends what no well-behaved one would.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, port, NodeBench.Cancellation);
        return client;
    }

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.ASCII.GetBytes(text), NodeBench.Cancellation);

    /// <summary>All that comes until the other side ends.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (await _socket.ReceiveAsync(buffer, NodeBench.Cancellation) is > 0 and var read) text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        return text.ToString();
    }

    /// <summary>What comes first.</summary>
    public async Task<string> ReadAsync()
    {
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await _socket.ReceiveAsync(buffer, NodeBench.Cancellation));
    }

    public void Dispose() => _socket.Dispose();
}
