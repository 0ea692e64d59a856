using EvalFaaS.Engines.Worker;
using EvalFaaS.Execution;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Control;
using EvalFaaS.Node.Functions;
using EvalFaaS.Node.Health;
using EvalFaaS.Node.Logs;
using EvalFaaS.Node.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Hosting;

/// <summary>Puts a node together: the one place that names what it is made of.</summary>
internal static class NodeComposition
{
    private const int LogEntriesKept = 4_096;

    /// <summary>The engines of the platform.</summary>
    public static NodeParts Default { get; } = new() { Engines = EngineProviders.All };

    /// <summary>Opens the runtime and builds the pipeline around it; nothing listens yet.</summary>
    public static async Task<WebApplication> BuildAsync(RuntimeConfiguration configuration, NodeParts parts, CancellationToken cancellation)
    {
        var options = configuration.Options;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        NodeLogging.Add(builder.Logging, configuration, parts.Log);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSettings.Apply(kestrel, options.Http, options.Urls, ClientConnection.Watch));
        FunctionServer.Add(builder.Services);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(configuration);
        builder.Services.AddSingleton(parts.Time);
        builder.Services.AddSingleton(new FunctionLog(parts.Time, LogEntriesKept));
        builder.Services.AddSingleton<FunctionCalls>();
        builder.Services.AddSingleton<RequestCounters>();
        builder.Services.AddSingleton(new NodeStart(parts.Time.GetUtcNow()));
        builder.Services.AddSingleton<NodeMetrics>();
        // Opened after the services, since it logs through them; from then on it is theirs to dispose.
        FunctionRuntime? runtime = null;
        builder.Services.AddSingleton(_ => runtime ?? throw new InvalidOperationException("The runtime is not open yet."));
        ControlServices.Add(builder.Services);
        var app = builder.Build();
        try
        {
            var forecast = ForecastOf(options, parts);
            runtime = await FunctionRuntime.OpenAsync(options.Runtime with { Forecast = options.Runtime.Forecast ?? forecast }, parts.Engines, parts.Time, app.Services.GetRequiredService<ILoggerFactory>(), cancellation).ConfigureAwait(false);
            // Asked for once, which makes it the container's to dispose also where nobody else comes to ask.
            _ = app.Services.GetRequiredService<FunctionRuntime>();
            if (forecast is not null) app.Lifetime.ApplicationStopped.Register(new ModelWatcher(configuration, forecast, parts.Time, app.Services.GetRequiredService<ILogger<ModelWatcher>>()).Dispose);
            Configure(app);
            return app;
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Only where a policy asks for it: it counts and judges each minute.
    private static INodeForecast? ForecastOf(NodeOptions options, NodeParts parts) =>
        options.Runtime.NeedsForecast ? parts.Forecast?.Invoke(options.Model, parts.Time.GetUtcNow()) : null;

    private static void Configure(WebApplication app)
    {
        app.Use(next => new ControlGuard(next, app.Services.GetRequiredService<RuntimeConfiguration>()).InvokeAsync);
        app.UseRouting();
        HealthEndpoints.Map(app);
        MetricsEndpoint.Map(app);
        ControlApi.Map(app);
        // Behind the endpoints rather than one of them: a fallback would win over the answers 405 and 415.
        app.UseEndpoints(_ => { });
        app.Run(NotFound.AnswerAsync);
    }
}
