using System.Net;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>A function at a URL.</summary>
internal sealed class HttpFunction : IDeployedFunction
{
    private readonly HttpOptions _options;
    private readonly PlatformCommands _commands;
    private readonly MeasuringMachine _machine;

    public HttpFunction(HttpOptions options, FunctionSetup function, PlatformCommands commands, MeasuringMachine machine)
    {
        _options = options;
        _commands = commands;
        _machine = machine;
        var url = options.UrlOf(function);
        var address = new IPEndPoint(Dns.GetHostAddresses(url.Host)[0], url.Port);
        var host = options.Host ?? (url.IsDefaultPort ? url.Host : $"{url.Host}:{url.Port}");
        Served = new ServedFunction(address, function.Case.Bytes(url.AbsolutePath.TrimEnd('/'), host), function.Case.ExpectedBody, options.State)
        {
            Origin = new Uri(url.GetLeftPart(UriPartial.Authority)),
            Host = options.Host,
        };
    }

    public ServedFunction Served { get; }

    ServedFunction? IDeployedFunction.Served => Served;

    /// <summary>What the suite's command says, where it says anything.</summary>
    public IEnumerable<int> Processes => _options.Text("processes") is { } command ? _commands.Numbers(command) : [];

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        var found = state;
        if (state != _options.State)
        {
            if (!_options.Forces.TryGetValue(state, out var force)) throw new TargetException($"The suite has no command that forces {state}: option 'force_{state}'.");
            await _commands.RequireAsync($"force_{state}", force, cancellation, state);
            // Without a proof the suite's word is taken for it.
            if (_options.Text("prove") is { } prove && !await _commands.TryAsync(prove, cancellation, state)) found = _options.State;
        }

        return new StartObservation(await OneRequest.RunAsync(Served, _machine, cancellation), found);
    }

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => throw new TargetException("How many instances a platform behind a URL holds is its own affair.");

    public async ValueTask DisposeAsync()
    {
        if (_options.Text("teardown") is { } teardown) await _commands.TryAsync(teardown, CancellationToken.None);
    }
}
