using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EvalFaaS.Node.Functions;

/// <summary>The web server with the functions in front of everything else: what is no function's request goes on to the application.</summary>
internal sealed class FunctionServer(IServer server, IServiceProvider services) : IServer
{
    public IFeatureCollection Features => server.Features;

    /// <summary>Puts the functions in front of the server that is registered.</summary>
    public static void Add(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IServer));
        services.Remove(registered);
        services.AddSingleton<FunctionRoute>();
        services.AddSingleton<IServer>(provider => new FunctionServer(
            (IServer)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), provider));
    }

    // The route is asked for here, not before: the server is made before the runtime is opened.
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
        server.StartAsync(new FunctionApplication<TContext>(services.GetRequiredService<FunctionRoute>(), application), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();
}
