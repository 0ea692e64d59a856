using EvalFaaS.Engines.WasmEdge;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests.WasmEdge;

/// <summary>WasmEdge's interpreter in the test process; tests are skipped by name where the library is not there.</summary>
internal static class WasmEdgeFixture
{
    /// <summary>The module that misbehaves as its request says.</summary>
    public static ModuleFile Misbehaving => Asset("faults");

    /// <summary>A module beside these tests.</summary>
    public static ModuleFile Asset(string name) => ModuleFile.Open(Path.Combine(AppContext.BaseDirectory, "WasmEdge", "assets", name + ".wasm"));

    /// <summary>An engine, or a skipped test.</summary>
    public static IWasmEngine Engine(EngineOptions? options = null)
    {
        var provider = new WasmEdgeInterpreterProvider();
        Assert.SkipWhen(provider.WhyUnavailable() is not null, provider.WhyUnavailable() ?? "");
        return provider.Create(options ?? new EngineOptions());
    }

    /// <summary>Loads a module with what every function is granted.</summary>
    public static ValueTask<CompiledModule> LoadAsync(IWasmEngine engine, ModuleFile module) =>
        engine.LoadAsync(module, null, StandardImports.All, TestContext.Current.CancellationToken);

    /// <summary>One invocation on a fresh instance.</summary>
    public static async Task<Outcome> InvokeAsync(CompiledModule module, TestInvocation invocation)
    {
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        return await instance.InvokeAsync(invocation, invocation.Cancellation);
    }

    /// <summary>The fault of a request to the module that misbehaves.</summary>
    public static async Task<InvocationFault?> FaultAsync(string request, InvocationLimits? limits = null, EngineOptions? options = null)
    {
        using var engine = Engine(options);
        using var module = await LoadAsync(engine, Misbehaving);
        return (await InvokeAsync(module, new TestInvocation(request, limits: limits))).Fault;
    }
}
