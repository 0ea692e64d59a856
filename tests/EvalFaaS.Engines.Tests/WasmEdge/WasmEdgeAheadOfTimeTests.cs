using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests.WasmEdge;

/// <summary>Ahead-of-time code, which runs in worker processes alone.</summary>
public sealed class WasmEdgeAheadOfTimeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-wasmedge-tests-").FullName;
    private readonly IWasmEngine _engine;

    public WasmEdgeAheadOfTimeTests()
    {
        var provider = new WorkerEngineProvider("wasmedge", "wasmedge-aot");
        Assert.SkipWhen(provider.WhyUnavailable() is not null, provider.WhyUnavailable() ?? "");
        _engine = provider.Create(new EngineOptions { Workers = 1 });
    }

    [Theory]
    [InlineData("u", FaultKind.Trap)]
    [InlineData("o", FaultKind.Trap)]
    [InlineData("r", FaultKind.StackOverflow)]
    [InlineData("i", FaultKind.StackOverflow)]
    [InlineData("m", FaultKind.MemoryLimit)]
    [InlineData("t", FaultKind.TableLimit)]
    [InlineData("l", FaultKind.Deadline)]
    public async Task A_fault_is_typed_and_the_next_call_is_answered(string request, FaultKind kind)
    {
        using var module = await LoadAsync(_engine);
        var limits = new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(500) };
        var fault = (await WasmEdgeFixture.InvokeAsync(module, new TestInvocation(request, limits: limits))).Fault;
        var next = new TestInvocation("echo");

        await WasmEdgeFixture.InvokeAsync(module, next);

        Assert.Equal((kind, "echo"), (fault?.Kind, await next.ResponseTextAsync()));
    }

    [Theory]
    [InlineData("r", FaultKind.StackOverflow)]
    [InlineData("l", FaultKind.Deadline)]
    public async Task Code_that_is_not_optimised_says_so_and_faults_alike(string request, FaultKind kind)
    {
        using var engine = new WorkerEngineProvider("wasmedge", "wasmedge-aot").Create(new EngineOptions { Workers = 1, Optimise = false });
        using var module = await LoadAsync(engine);
        var limits = new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(500) };

        Assert.Equal("O0", engine.Description.Settings.Single(s => s.Name == EngineSettingNames.Optimisation).Value);
        Assert.NotEqual(_engine.Description.CodeFingerprint, engine.Description.CodeFingerprint);
        Assert.Equal(kind, (await WasmEdgeFixture.InvokeAsync(module, new TestInvocation(request, limits: limits))).Fault?.Kind);
    }

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<CompiledModule> LoadAsync(IWasmEngine engine)
    {
        var code = Path.Combine(_folder, "code");
        await engine.CompileAsync(WasmEdgeFixture.Misbehaving, code, TestContext.Current.CancellationToken);
        return await engine.LoadAsync(WasmEdgeFixture.Misbehaving, code, StandardImports.All, TestContext.Current.CancellationToken);
    }
}
