using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>Processes of a platform, one for each function deployed.</summary>
internal sealed class JavaScriptRun(JavaScriptPlatform platform, PlatformPackage? package, MeasuringMachine machine) : ITargetRun
{
    private readonly string _version = package?.Version ?? Versions.OfProgram("node");
    private readonly List<JavaScriptFunction> _functions = [];

    /// <remarks>The settings are those of the first function's process; all are started alike.</remarks>
    public TargetConfiguration Configuration { get; private set; } = new([], []);

    public string? Failure => _functions.Select(f => f.Failure).FirstOrDefault(f => f is not null);

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var deployed = await JavaScriptFunction.StartAsync(platform, package, function, machine, cancellation);
        _functions.Add(deployed);
        if (_functions.Count == 1) Configuration = new TargetConfiguration(Settings(deployed.Process), []);
        return deployed;
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of(_functions.Select(f => f.Process), memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions) await function.DisposeAsync();
    }

    private List<KeyValuePair<string, string>> Settings(int process)
    {
        var settings = CommonSettings.Read(process);
        settings.Add(new("engine", $"{platform.Name} {_version}"));
        if (platform.NeedsNode && package is not null) settings.Add(new("Node.js", Versions.OfProgram("node")));
        return settings;
    }
}
