using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.InProcess;
using EvalFaaS.Model;

namespace EvalFaaS.Benchmarks;

/// <summary>A prebuilt function on an engine, ready to be instantiated and called.</summary>
internal sealed class Guest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-bench-").FullName;

    public Guest(string engine, string function)
    {
        Engine = EngineProviders.All.First(e => e.Name == engine).Create(new EngineOptions());
        Module = ModuleFile.Open(Path.Combine(CheckoutFolder.Find() ?? throw new InvalidOperationException("Run the benchmarks inside a checkout."), "scenarios", "functions", "prebuilt", function + ".wasm"));
        if (Engine.Description.Capabilities.AheadOfTime)
        {
            Code = Path.Combine(_folder, "code");
            Engine.CompileAsync(Module, Code, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        Loaded = Load();
    }

    public IWasmEngine Engine { get; }

    public ModuleFile Module { get; }

    public string? Code { get; }

    public CompiledModule Loaded { get; }

    public InvocationLimits Limits { get; } = new();

    public CompiledModule Load() => Engine.LoadAsync(Module, Code, StandardImports.All, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public Caller NewCaller() => new(this);

    public void Dispose()
    {
        Loaded.Dispose();
        Engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One thread's way of calling a guest.</summary>
internal sealed class Caller(Guest guest)
{
    private readonly InProcessInvocation _invocation = new(new RequestCase("POST", "/", [], "ping"u8.ToArray(), null), guest.Limits);
    private readonly InvocationCancellation _cancellation = new(TimeProvider.System);

    /// <summary>A fresh instance, one call, and the instance thrown away.</summary>
    public int CallFresh(CompiledModule module)
    {
        using var instance = Instantiate(module);
        // As a node does: who does not say so has a worker keep the instance, and pays a message to be rid of it.
        instance.LastInvocation = true;
        return Call(instance);
    }

    public WasmInstance Instantiate(CompiledModule module)
    {
        _cancellation.Arm(guest.Limits.Timeout);
        var instance = module.InstantiateAsync(guest.Limits, _cancellation);
        return instance.IsCompletedSuccessfully ? instance.Result : instance.AsTask().GetAwaiter().GetResult();
    }

    public int Call(WasmInstance instance)
    {
        _invocation.Reset();
        _cancellation.Arm(guest.Limits.Timeout);
        var outcome = instance.InvokeAsync(_invocation, _cancellation);
        var ended = outcome.IsCompletedSuccessfully ? outcome.Result : outcome.AsTask().GetAwaiter().GetResult();
        return ended.IsOk ? _invocation.Answer.Length : throw new InvalidOperationException(ended.Fault!.Message);
    }
}
