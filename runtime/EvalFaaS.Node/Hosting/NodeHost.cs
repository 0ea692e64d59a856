using System.Collections.Immutable;
using EvalFaaS.Execution;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node;

/// <summary>A running node: functions behind HTTP, the control API, health and metrics.</summary>
public sealed class NodeHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConfigurationWatcher _watcher;
    private readonly ILogger _logger;
    private int _stopped;

    private NodeHost(WebApplication app, FunctionRuntime runtime, RuntimeConfiguration configuration, ConfigurationWatcher watcher, ILogger logger)
    {
        _app = app;
        Runtime = runtime;
        Configuration = configuration;
        _watcher = watcher;
        _logger = logger;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
    }

    /// <summary>The engines of the platform, and nothing that forecasts.</summary>
    public static NodeParts DefaultParts => NodeComposition.Default;

    /// <summary>Where it listens, with the ports taken, for example <c>http://127.0.0.1:41233</c>.</summary>
    public ImmutableArray<string> Addresses { get; }

    /// <summary>What runs the functions.</summary>
    public FunctionRuntime Runtime { get; }

    /// <summary>The configuration in force.</summary>
    public RuntimeConfiguration Configuration { get; }

    /// <summary>Starts a node with options made by a program, and the engines of the platform.</summary>
    /// <inheritdoc cref="StartAsync(RuntimeConfiguration, NodeParts, CancellationToken)"/>
    public static Task<NodeHost> StartAsync(NodeOptions options, CancellationToken cancellation = default) =>
        StartAsync(new RuntimeConfiguration(options), NodeComposition.Default, cancellation);

    /// <summary>Starts a node; it listens when this returns.</summary>
    /// <exception cref="NodeStartException">An address is in use or not this machine's.</exception>
    /// <exception cref="Model.FaultException">The data directory cannot be used.</exception>
    public static async Task<NodeHost> StartAsync(RuntimeConfiguration configuration, NodeParts parts, CancellationToken cancellation)
    {
        var options = configuration.Options;
        if (options.PoolThreads > 0) ThreadPool.SetMinThreads(options.PoolThreads, options.PoolThreads);
        var app = await NodeComposition.BuildAsync(configuration, parts, cancellation).ConfigureAwait(false);
        var runtime = app.Services.GetRequiredService<FunctionRuntime>();
        var logger = app.Services.GetRequiredService<ILogger<NodeHost>>();
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw e is IOException or System.Net.Sockets.SocketException ? NodeStartException.Listening(options.Urls, e) : e;
        }

        var node = new NodeHost(app, runtime, configuration, new ConfigurationWatcher(configuration, parts.Time, logger), logger);
        StartNotice.Write(logger, configuration, node.Addresses);
        return node;
    }

    /// <summary>Runs a node until it is cancelled or told to end (SIGTERM, SIGINT); then drains. A second SIGINT ends the drain; SIGHUP reads the configuration again.</summary>
    /// <inheritdoc cref="StartAsync(RuntimeConfiguration, NodeParts, CancellationToken)"/>
    public static Task RunAsync(NodeOptions options, CancellationToken cancellation) => RunAsync(new RuntimeConfiguration(options), cancellation);

    /// <inheritdoc cref="RunAsync(NodeOptions, CancellationToken)"/>
    public static Task RunAsync(RuntimeConfiguration configuration, CancellationToken cancellation) => RunAsync(configuration, NodeComposition.Default, cancellation);

    /// <inheritdoc cref="RunAsync(NodeOptions, CancellationToken)"/>
    public static async Task RunAsync(RuntimeConfiguration configuration, NodeParts parts, CancellationToken cancellation)
    {
        using var signals = new NodeSignals(cancellation);
        await using var node = await StartAsync(configuration, parts, signals.Stop).ConfigureAwait(false);
        signals.OnReload(() => configuration.Reload(node._logger));
        await signals.Stopped.ConfigureAwait(false);
        await node.StopAsync(signals.Hurry).ConfigureAwait(false);
    }

    /// <summary>Drains (no new invocations, running ones have the grace) and ends.</summary>
    /// <param name="hurry">Ends the grace.</param>
    public async Task StopAsync(CancellationToken hurry = default)
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return;
        _watcher.Dispose();
        _logger.LogInformation("Draining for at most {Grace}.", Configuration.Options.DrainGrace);
        var drained = Runtime.DrainAsync(Configuration.Options.DrainGrace);
        await Task.WhenAny(drained, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hurry)).ConfigureAwait(false);
        if (!drained.IsCompleted) await Runtime.DrainAsync(TimeSpan.Zero).ConfigureAwait(false);
        await drained.ConfigureAwait(false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _logger.LogInformation("Stopped.");
    }

    /// <summary>Stops without grace for what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await StopAsync(now.Token).ConfigureAwait(false);
    }
}
