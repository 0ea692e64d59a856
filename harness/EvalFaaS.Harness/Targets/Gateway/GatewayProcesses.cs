using System.Net;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Gateway;

/// <summary>The gateway's processes, one for each address behind it; started when that address is first asked for.</summary>
internal sealed class GatewayProcesses(MeasuringMachine machine) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(20);
    private readonly Dictionary<EndPoint, (ServerProcess Process, IPEndPoint Address)> _running = [];

    /// <summary>Their ids.</summary>
    public IEnumerable<int> Ids => _running.Values.Select(g => g.Process.Id);

    /// <summary>How one came to its end; null while all live.</summary>
    public string? Failure => _running.Values.Select(g => g.Process.Failure).FirstOrDefault(f => f is not null);

    /// <summary>The same function as it is served behind the gateway.</summary>
    public async ValueTask<ServedFunction> FrontAsync(ServedFunction served, CancellationToken cancellation)
    {
        if (!_running.TryGetValue(served.Address, out var gateway)) _running[served.Address] = gateway = await StartAsync(served, cancellation);
        return served with { Address = gateway.Address };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _running.Values) await process.DisposeAsync();
    }

    private async Task<(ServerProcess, IPEndPoint)> StartAsync(ServedFunction served, CancellationToken cancellation)
    {
        var address = FreePort.Find();
        string[] host = served.Host is { } name ? ["--host", name] : [];
        var process = ServerProcess.Start(
            [.. machine.Program, "baseline", "gateway", "--urls", $"http://{address}", "--to", served.Origin?.GetLeftPart(UriPartial.Authority) ?? $"http://{served.Address}", .. host], machine.Cores.Targets, machine.Memory);
        try
        {
            await process.WaitUntilListeningAsync(address, StartTimeout, machine.Time, cancellation);
            return (process, address);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }
}
