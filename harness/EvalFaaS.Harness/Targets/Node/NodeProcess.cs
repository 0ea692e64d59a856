using System.Net;
using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Node;

/// <summary>A node's process with its data folder: it can be stopped and started again over the same data.</summary>
internal sealed class NodeProcess(string data, MeasuringMachine machine, IReadOnlyList<string>? settings = null) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private ServerProcess? _process;
    private NodeClient? _client;

    /// <summary>Its data folder.</summary>
    public string Data => data;

    public IPEndPoint Address { get; } = FreePort.Find();

    public ServerProcess Process => _process ?? throw new InvalidOperationException("The node does not run.");

    public NodeClient Client => _client ??= new NodeClient(new Uri($"http://{Address}"));

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Launch();
        await Process.WaitUntilListeningAsync(Address, StartTimeout, machine.Time, cancellation);
        using var ready = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/readyz"), cancellation);
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Launch() => _process = ServerProcess.Start(
        [.. machine.Program, "node", "--urls", $"http://{Address}", "--data", data, "--log-level", "warning", .. (settings ?? []).SelectMany(s => new[] { "--set", s })], machine.Cores.Targets, machine.Memory);

    /// <summary>Stops it and keeps its data.</summary>
    public async Task StopAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = null;
        _client?.Dispose();
        _client = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
