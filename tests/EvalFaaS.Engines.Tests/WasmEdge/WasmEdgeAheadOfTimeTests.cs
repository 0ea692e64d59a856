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
        using var module = await LoadAsync();
        var limits = new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(500) };
        var fault = (await WasmEdgeFixture.InvokeAsync(module, new TestInvocation(request, limits: limits))).Fault;
        var next = new TestInvocation("echo");

        await WasmEdgeFixture.InvokeAsync(module, next);

        Assert.Equal((kind, "echo"), (fault?.Kind, await next.ResponseTextAsync()));
    }

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<CompiledModule> LoadAsync()
    {
        var code = Path.Combine(_folder, "code");
        await _engine.CompileAsync(WasmEdgeFixture.Misbehaving, code, TestContext.Current.CancellationToken);
        return await _engine.LoadAsync(WasmEdgeFixture.Misbehaving, code, StandardImports.All, TestContext.Current.CancellationToken);
    }
}
