using System.IO.Pipelines;
using System.Text;
using EvalFaaS.Engines;
using EvalFaaS.Engines.Wasmtime;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalFaaS.Execution.Tests;

public sealed class WasmtimeExecutionTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private FunctionRuntime _runtime = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _runtime.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo-wasi")]
    public async Task Both_contracts_answer_from_every_start_state_with_what_was_sent(string module)
    {
        var function = await DeployAsync(module);
        foreach (var state in new[] { StartState.FreshInstance, StartState.ArtefactOnDisk, StartState.ArtefactAbsent, StartState.FreshInstance })
        {
            Assert.Null(await _runtime.ForceAsync(function, state, Stop));

            var (outcome, ledger, answer) = await CallAsync(function, "hello there");

            Assert.Equal(Outcome.Ok, outcome);
            Assert.EndsWith("hello there", answer);
            Assert.Equal(state, ledger.StartState);
        }
    }

    [Fact]
    public async Task Code_compiled_before_a_restart_is_loaded_after_it()
    {
        await DeployAsync("echo");
        await _runtime.DisposeAsync();
        await OpenAsync();

        var (outcome, ledger, _) = await CallAsync(_runtime.Find("default", "echo")!, "x");

        Assert.Equal(Outcome.Ok, outcome);
        Assert.Equal((0, 1), (_runtime.Counters.Compiles, _runtime.Counters.Loads));
        Assert.InRange(ledger.StartState, StartState.ArtefactColdPages, StartState.ArtefactOnDisk);
    }

    [Fact]
    public async Task A_counter_counts_on_only_where_its_instance_is_reused()
    {
        var fresh = await DeployAsync("counter");
        var kept = await DeployAsync("counter", r => r with { Function = FunctionName.Parse("kept"), MaxInvocations = 0 });

        Assert.Equal(["1", "1"], [await CountAsync(fresh), await CountAsync(fresh)]);
        Assert.Equal(["1", "2"], [await CountAsync(kept), await CountAsync(kept)]);

        async Task<string> CountAsync(DeployedFunction function) => (await CallAsync(function, "")).Answer.Trim();
    }

    [Fact]
    public async Task Calls_from_many_threads_each_get_their_own_answer()
    {
        const int threads = 4, calls = 200;
        var functions = new[] { await DeployAsync("echo"), await DeployAsync("echo-wasi") };

        await Task.WhenAll(Enumerable.Range(0, threads).Select(t => Task.Run(async () =>
        {
            for (var i = 0; i < calls; i++)
                Assert.EndsWith($"{t}:{i}.", (await CallAsync(functions[i % 2], $"{t}:{i}.")).Answer);
        }, Stop)));

        Assert.Equal(threads * calls, _runtime.Counters.InstancesMade);
        Assert.All(functions, f => Assert.Equal(0, f.Running));
    }

    [Fact]
    public async Task Idle_instances_make_way_when_the_engine_is_full()
    {
        await _runtime.DisposeAsync();
        await OpenAsync(maximumInstances: 1);
        var kept = await DeployAsync("counter", r => r with { MaxInvocations = 0 });
        await CallAsync(kept, "");
        Assert.Equal(1, kept.IdleInstances);

        var (outcome, _, _) = await CallAsync(await DeployAsync("echo"), "x");

        Assert.Equal(Outcome.Ok, outcome);
        Assert.Equal(0, kept.IdleInstances);
        Assert.Equal(ColdCause.Evicted, (await CallAsync(kept, "")).Ledger.Cause);
    }

    private async Task OpenAsync(int maximumInstances = 64) => _runtime = await FunctionRuntime.OpenAsync(
        new RuntimeOptions { DataDirectory = _directory.Path, Engine = new EngineOptions { MaximumInstances = maximumInstances } },
        [new WasmtimeEngineProvider()], TimeProvider.System, NullLoggerFactory.Instance, Stop);

    private async Task<DeployedFunction> DeployAsync(string module, Func<DeployRequest, DeployRequest>? with = null)
    {
        var request = new DeployRequest { Function = FunctionName.Parse(module), Source = ModuleReference.File(Prebuilt(module)) };
        var revision = await _runtime.DeployAsync(with?.Invoke(request) ?? request, Stop);
        return _runtime.Find(revision.Name.Function.Namespace, revision.Name.Function.Name)!;
    }

    private async Task<(Outcome Outcome, InvocationLedger Ledger, string Answer)> CallAsync(DeployedFunction function, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var context = new FakeContext(function, TimeProvider.System) { Length = bytes.Length, Body = PipeReader.Create(new(bytes)) };
        context.Ledger.Start();
        using var invocation = _runtime.NewInvocation();
        invocation.Begin(function, context);
        var outcome = await _runtime.InvokeAsync(invocation);
        await context.ResponseBody.FlushAsync(Stop);
        _runtime.Complete(invocation);
        return (outcome, context.Ledger, Encoding.UTF8.GetString(context.Response.ToArray()));
    }

    private static string Prebuilt(string name) => Checkout.PathTo("scenarios", "functions", "prebuilt", name + ".wasm");
}
