using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EvalFaaS.Node.Tests;

/// <summary>When the node is killed in the middle of a deployment.</summary>
internal enum KillPoint
{
    /// <summary>After some of the request's bytes.</summary>
    InTheRequest,

    /// <summary>As soon as the last byte of the request is sent.</summary>
    AfterTheRequest,

    /// <summary>At some change of a file in the data directory.</summary>
    AtAFileChange,

    /// <summary>As soon as the function's record changes.</summary>
    AtTheRecord,

    /// <summary>As soon as the answer begins to come.</summary>
    AtTheAnswer,
}

/// <summary>One deployment over a plain socket, and the moment at which the node is killed in it.</summary>
internal sealed record DeployAttempt(string Function, byte[] Module, string ExpectedAnswer, KillPoint Point, double Fraction)
{
    private const int MostFileChanges = 16;

    /// <summary>Deploys and kills.</summary>
    /// <returns>Whether the deployment was acknowledged.</returns>
    public async Task<bool> RunAsync(ChildNode node, string data)
    {
        var request = Request();
        using var watcher = Watch(node, data);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, node.Port, NodeBench.Cancellation);
        var answer = "";
        try
        {
            var sent = Point == KillPoint.InTheRequest ? 1 + (int)(Fraction * (request.Length - 1)) : request.Length;
            await socket.SendAsync(request.AsMemory(0, sent), NodeBench.Cancellation);
            if (Point is KillPoint.InTheRequest or KillPoint.AfterTheRequest) node.Kill();
            var buffer = new byte[4096];
            answer = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, NodeBench.Cancellation));
        }
        catch (SocketException)
        {
            // Killed before it answered.
        }

        node.Kill();
        return answer.StartsWith("HTTP/1.1 201 ", StringComparison.Ordinal) ? true
            : answer.Length == 0 ? false : throw new InvalidOperationException($"The deployment was refused: {answer}");
    }

    private FileSystemWatcher? Watch(ChildNode node, string data)
    {
        if (Point is not (KillPoint.AtAFileChange or KillPoint.AtTheRecord)) return null;
        var left = Point == KillPoint.AtTheRecord ? 1 : 1 + (int)(Fraction * MostFileChanges);
        var watcher = new FileSystemWatcher(data) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
        if (Point == KillPoint.AtTheRecord) watcher.Filter = Function + ".json";
        watcher.Created += OnChange;
        watcher.Changed += OnChange;
        watcher.Renamed += OnChange;
        watcher.EnableRaisingEvents = true;
        return watcher;

        void OnChange(object sender, FileSystemEventArgs e)
        {
            if (Interlocked.Decrement(ref left) == 0) node.Kill();
        }
    }

    private byte[] Request() =>
    [
        .. Encoding.ASCII.GetBytes($"PUT /api/v1/namespaces/default/functions/{Function} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/wasm\r\nContent-Length: {Module.Length}\r\n\r\n"),
        .. Module,
    ];
}
