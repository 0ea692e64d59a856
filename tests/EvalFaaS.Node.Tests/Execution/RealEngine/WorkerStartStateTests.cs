using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalFaaS.Execution.Tests;

public sealed class WorkerStartStateTests : IAsyncLifetime
{
    // More workers than cores: those that were told of a module last read its code long after it was loaded.
    private const int Workers = 6, Rounds = 25;

    private readonly TemporaryDirectory _directory = new();
    private FunctionRuntime _runtime = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _runtime = await FunctionRuntime.OpenAsync(
        new RuntimeOptions { DataDirectory = _directory.Path, DefaultEngine = "wasmtime-worker", Engine = new EngineOptions { MaximumInstances = 16, Workers = Workers } },
        [new WorkerEngineProvider("wasmtime-worker", "wasmtime")], TimeProvider.System, NullLoggerFactory.Instance, Stop);

    public async ValueTask DisposeAsync()
    {
        await _runtime.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Cold_pages_can_be_had_although_idle_workers_load_code_ahead_of_its_first_call()
    {
        await _runtime.DeployAsync(new DeployRequest { Function = FunctionName.Parse("hello"), Bytes = TestModules.Reactor() }, Stop);
        var function = _runtime.Find("default", "hello")!;
        for (var round = 0; round < Rounds; round++)
            Assert.Null(await _runtime.ForceAsync(function, StartState.ArtefactColdPages, Stop));
    }
}
