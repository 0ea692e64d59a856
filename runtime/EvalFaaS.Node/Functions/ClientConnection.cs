using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Logs;
using Microsoft.AspNetCore.Connections;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// What the node keeps of a connection: the invocation object that its requests use in turn, and word of the client's end.
/// Watching the connection once is cheaper than watching each request, and stops a guest that runs on the request's own thread too.
/// </summary>
internal sealed class ClientConnection
{
    private volatile HttpInvocation? _invocation;

    /// <summary>Wraps the server's handling of each connection.</summary>
    public static ConnectionDelegate Watch(ConnectionDelegate next) => connection => WatchAsync(next, connection);

    /// <summary>The connection's invocation object, made when a function is first called on it.</summary>
    public HttpInvocation Invocation(FunctionRuntime runtime, TimeProvider time, FunctionLog log) => _invocation ??= new HttpInvocation(runtime, time, log);

    private static async Task WatchAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        var client = new ClientConnection();
        connection.Features.Set(client);
        await using var registration = connection.ConnectionClosed.UnsafeRegister(static state => ((ClientConnection)state!).OnClosed(), client).ConfigureAwait(false);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            client._invocation?.Execution.Dispose();
        }
    }

    private void OnClosed()
    {
        _invocation?.Execution.Cancellation.Request(CancelReason.ClientGone);
    }
}
