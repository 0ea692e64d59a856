using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>A platform that runs already; what was deployed to it is torn down at the end.</summary>
internal sealed class HttpRun(string name, HttpOptions options, MeasuringMachine machine) : ITargetRun
{
    private readonly List<HttpFunction> _functions = [];

    public TargetConfiguration Configuration { get; } = new(
        [.. new[] { "url", "host", "version", "deploy" }.Where(key => options.Text(key) is not null).Select(key => new KeyValuePair<string, string>(key, options.Text(key)!))], []);

    public string? Failure => null;

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var commands = new PlatformCommands(name, function);
        if (options.Text("deploy") is { } deploy) await commands.RequireAsync("deploy", deploy, cancellation);
        var deployed = new HttpFunction(options, function, commands, machine);
        _functions.Add(deployed);
        return deployed;
    }

    /// <remarks>Of processes on other machines nothing can be known.</remarks>
    public ProcessUsage Usage(bool memory) => ProcessUsage.Of(_functions.SelectMany(f => f.Processes).Distinct(), memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions) await function.DisposeAsync();
    }
}
