using System.Collections.Concurrent;
using EvalFaaS.Engines.Worker;

[assembly: AssemblyFixture(typeof(EvalFaaS.Engines.Tests.EngineLab))]

namespace EvalFaaS.Engines.Tests;

/// <summary>The engines that conformance tests run on, made when first needed and kept for all tests.</summary>
public sealed class EngineLab : IDisposable
{
    private static readonly IReadOnlyList<IEngineProvider> Providers = EngineProviders.All;

    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-engines-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<IWasmEngine>> _engines = new();

    /// <summary>Names of all engines, for theories.</summary>
    public static TheoryData<string> Names => [.. Providers.Select(p => p.Name)];

    /// <summary>An engine that is shared by tests; the test is skipped where the engine cannot be had.</summary>
    public IWasmEngine Engine(string name)
    {
        SkipIfUnavailable(name);
        return _engines.GetOrAdd(name, n => new Lazy<IWasmEngine>(() => Provider(n).Create(new EngineOptions { MaximumInstances = 64 }))).Value;
    }

    /// <summary>An engine of the test's own, to be disposed by it.</summary>
    public static IWasmEngine Create(string name, EngineOptions options)
    {
        SkipIfUnavailable(name);
        return Provider(name).Create(options);
    }

    /// <summary>A module file made from text.</summary>
    internal ModuleFile File(string wat) => Wat.File(_folder, wat);

    /// <summary>A module file made from bytes.</summary>
    internal ModuleFile File(byte[] bytes) => Wat.File(_folder, bytes);

    /// <summary>Compiles where the engine does, and loads.</summary>
    internal Task<CompiledModule> LoadAsync(string name, string wat) => LoadAsync(Engine(name), File(wat));

    /// <summary>Compiles where the engine does, and loads.</summary>
    internal async Task<CompiledModule> LoadAsync(IWasmEngine engine, ModuleFile file, HostImports? imports = null)
    {
        var token = TestContext.Current.CancellationToken;
        string? code = null;
        if (engine.Description.Capabilities.AheadOfTime)
        {
            code = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".code");
            await engine.CompileAsync(file, code, token);
        }

        return await engine.LoadAsync(file, code, imports ?? StandardImports.All, token);
    }

    /// <summary>One invocation on a fresh instance of a module made from text.</summary>
    internal async Task<Outcome> InvokeAsync(string name, string wat, TestInvocation invocation)
    {
        using var module = await LoadAsync(name, wat);
        return await InvokeAsync(module, invocation);
    }

    /// <summary>One invocation on a fresh instance.</summary>
    internal static async Task<Outcome> InvokeAsync(CompiledModule module, TestInvocation invocation)
    {
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        return await instance.InvokeAsync(invocation, invocation.Cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var engine in _engines.Values) engine.Value.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEngineProvider Provider(string name) => Providers.Single(p => p.Name == name);

    private static void SkipIfUnavailable(string name)
    {
        if (Provider(name).WhyUnavailable() is { } reason) Assert.Skip($"{name}: {reason}");
    }
}
