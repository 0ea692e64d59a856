using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// Answers requests for functions straight from the server's own objects, kept for each connection: no context is made, no scope opened, no activity looked for.
/// Other requests get a context of the application behind and go there.
/// </summary>
internal sealed class FunctionApplication<TContext>(FunctionRoute route, IHttpApplication<TContext> others) : IHttpApplication<FunctionApplication<TContext>.Connection>
    where TContext : notnull
{
    public Connection CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<Connection> kept) return new Connection(contextFeatures);
        return kept.HostContext ??= new Connection(contextFeatures);
    }

    public Task ProcessRequestAsync(Connection context)
    {
        if (route.TryRunAsync(context.Exchange) is { } answered) return answered;
        context.Other = others.CreateContext(context.Exchange.Features);
        context.IsOther = true;
        return others.ProcessRequestAsync(context.Other);
    }

    public void DisposeContext(Connection context, Exception? exception)
    {
        if (!context.IsOther) return;
        others.DisposeContext(context.Other!, exception);
        context.Other = default;
        context.IsOther = false;
    }

    /// <summary>What is kept of a connection; it serves one request at a time.</summary>
    internal sealed class Connection(IFeatureCollection features)
    {
        public HttpExchange Exchange { get; } = new(features);

        public bool IsOther { get; set; }

        public TContext? Other { get; set; }
    }
}
