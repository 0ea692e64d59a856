using EvalFaaS.Engines.Wasmtime;

namespace EvalFaaS.Engines.Tests;

public sealed class EchoTests
{
    [Fact]
    public async Task A_compiled_and_loaded_echo_answers_with_the_body()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Wat.File(folder, Guests.Echo);
        var code = Path.Combine(folder, "echo.code");
        var token = TestContext.Current.CancellationToken;
        using var engine = new WasmtimeEngineProvider().Create(new EngineOptions { MaximumInstances = 16 });
        await engine.CompileAsync(file, code, token);
        using var module = await engine.LoadAsync(file, code, StandardImports.All, token);
        var invocation = new TestInvocation("hello");
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
        Assert.Equal("hello", await invocation.ResponseTextAsync());
    }
}
