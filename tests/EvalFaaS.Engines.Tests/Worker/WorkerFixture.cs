using EvalFaaS.Engines.Worker;

namespace EvalFaaS.Engines.Tests;

/// <summary>A worker engine with Wasmtime inside, and modules loaded on it.</summary>
public sealed class WorkerFixture : IDisposable
{
    private readonly List<CompiledModule> _modules = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-worker-tests-").FullName;

    public WorkerFixture() : this(new EngineOptions { Workers = 2, MaximumInstances = 16 })
    {
    }

    internal WorkerFixture(EngineOptions options) => Engine = (WorkerEngine)new WorkerEngineProvider("wasmtime-worker", "wasmtime").Create(options);

    /// <summary>With exactly so many workers.</summary>
    internal WorkerFixture(PoolSize size)
    {
        var options = new EngineOptions { MaximumInstances = 4 };
        Engine = new WorkerEngine("wasmtime-worker", options, new WorkerStarter("wasmtime-worker", "wasmtime", options), size);
    }

    internal WorkerEngine Engine { get; }

    public void Dispose()
    {
        foreach (var module in _modules) module.Dispose();
        Engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task<CompiledModule> LoadAsync(string wat, Func<ModuleFile, HostImports>? imports = null)
    {
        var file = Wat.File(_folder, wat);
        var code = file.Path + ".code";
        var token = TestContext.Current.CancellationToken;
        await Engine.CompileAsync(file, code, token);
        var module = await Engine.LoadAsync(file, code, imports?.Invoke(file) ?? StandardImports.All, token);
        _modules.Add(module);
        return module;
    }

    /// <summary>One invocation on a fresh instance.</summary>
    internal static async Task<Outcome> InvokeAsync(CompiledModule module, TestInvocation invocation)
    {
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        return await instance.InvokeAsync(invocation, invocation.Cancellation);
    }
}
