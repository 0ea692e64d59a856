using System.Collections.Concurrent;
using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Harness.Tests.Functions;

[assembly: AssemblyFixture(typeof(EngineModules))]

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>One engine of each kind, and each module loaded once into it.</summary>
/// <remarks>
/// Where an engine takes tens of seconds to optimise a large module, the module runs unoptimised: what it answers is looked at here, not how fast.
/// </remarks>
public sealed class EngineModules : IDisposable
{
    private const int LargeBytes = 64 << 10;

    private readonly ConcurrentDictionary<(string Name, bool Optimise), Lazy<IWasmEngine>> _engines = new();
    private readonly ConcurrentDictionary<(string Engine, string Path), Lazy<Task<CompiledModule>>> _modules = new();
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("evalfaas-code-");

    /// <summary>Engines that this program knows, available here or not.</summary>
    public static IEnumerable<string> Engines => EngineProviders.All.Select(p => p.Name);

    /// <summary>The module, loaded. Skips the test where the engine is not to be had here.</summary>
    public Task<CompiledModule> LoadAsync(string engine, string path)
    {
        var provider = EngineProviders.All.Single(p => p.Name == engine);
        Assert.SkipWhen(provider.WhyUnavailable() is not null, provider.WhyUnavailable() ?? "");
        var optimise = new FileInfo(path).Length < LargeBytes;
        var created = _engines.GetOrAdd((engine, optimise), _ => new(() => provider.Create(new EngineOptions { MaximumInstances = 8, Optimise = optimise }))).Value;
        return _modules.GetOrAdd((engine, path), _ => new(() => LoadAsync(created, engine, path))).Value;
    }

    public void Dispose()
    {
        foreach (var module in _modules.Values) module.Value.GetAwaiter().GetResult().Dispose();
        foreach (var engine in _engines.Values) engine.Value.Dispose();
        _code.Delete(recursive: true);
    }

    private async Task<CompiledModule> LoadAsync(IWasmEngine engine, string name, string path)
    {
        var module = ModuleFile.Open(path);
        string? code = null;
        if (engine.Description.Capabilities.AheadOfTime)
        {
            code = Path.Combine(_code.FullName, $"{name}-{module.Digest.Hex}");
            await engine.CompileAsync(module, code, TestContext.Current.CancellationToken);
        }

        return await engine.LoadAsync(module, code, StandardImports.All, TestContext.Current.CancellationToken);
    }
}
