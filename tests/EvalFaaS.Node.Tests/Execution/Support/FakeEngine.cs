using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

/// <summary>An engine without machine code: what it is asked to do is counted, what its guests do is a delegate.</summary>
internal sealed class FakeEngine(EngineOptions options, FakeEngineProvider provider) : IWasmEngine
{
    public EngineDescription Description { get; } = new()
    {
        Name = provider.Name,
        Version = "1",
        CodeFingerprint = provider.Fingerprint,
        Settings = [],
        Capabilities = new EngineCapabilities
        {
            AheadOfTime = provider.AheadOfTime,
            InProcessSafe = true,
            HostCallWait = HostCallWait.BlocksThread,
            Budget = false,
            Interruptible = true,
            BoundedRecursion = true,
            GrowthLimits = true,
            Reuse = true,
            Features = WasmFeatures.Standard,
        },
    };

    public MappingBudget Mappings => options.Mappings;

    public async ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation)
    {
        await provider.OnCompile();
        await File.WriteAllTextAsync(codePath, $"code of {module.Digest} by {Description.CodeFingerprint}", cancellation);
    }

    public async ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation)
    {
        if (codePath is not null && await File.ReadAllTextAsync(codePath, cancellation) != $"code of {module.Digest} by {Description.CodeFingerprint}")
            throw new InvalidOperationException("Damaged code was loaded.");
        await provider.OnLoad();
        if (!options.Mappings.TryReserve(FakeModule.MappingCount))
            throw new FaultException(FaultKind.NoCapacity, "engine/fake", "No memory mappings are left.", retryMayHelp: true);
        return new FakeModule(module, this, provider);
    }

    public void Dispose()
    {
    }
}

internal sealed class FakeModule(ModuleFile module, FakeEngine engine, FakeEngineProvider provider) : CompiledModule
{
    public const int MappingCount = 10;
    private int _live;
    private readonly ThreadLocal<FakeInstance?> _spare = new();

    public override ModuleFile Module => module;

    public override int Mappings => MappingCount;

    public override ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation)
    {
        Interlocked.Increment(ref _live);
        // Like a pooled engine object: nothing is allocated in the steady state.
        var instance = _spare.Value ?? new FakeInstance(provider, this);
        _spare.Value = null;
        instance.Renew();
        return new ValueTask<WasmInstance>(instance);
    }

    public void Ended(FakeInstance instance)
    {
        Interlocked.Decrement(ref _live);
        _spare.Value = instance;
    }

    public override void Dispose()
    {
        if (Volatile.Read(ref _live) != 0) throw new InvalidOperationException("Unmapped while instances live.");
        engine.Mappings.Release(MappingCount);
        provider.NoteUnmapped();
    }
}

internal sealed class FakeInstance(FakeEngineProvider provider, FakeModule module) : WasmInstance
{
    private long _id, _invocations;
    private bool _broken;

    public override long Id => _id;

    public override long Invocations => _invocations;

    public override bool Reusable => !_broken;

    public void Renew()
    {
        _id = InstanceIds.Next();
        _invocations = 0;
        _broken = false;
    }

    public override ValueTask<Outcome> InvokeAsync(InvocationContext context, InvocationCancellation cancellation)
    {
        _invocations++;
        if (cancellation.Check() is not CancelReason.None and var reason) return new ValueTask<Outcome>(Faults.Cancelled(reason));
        var outcome = provider.Guest(context, cancellation);
        context.Ledger.Mark(Phase.Execute);
        if (outcome.IsCompletedSuccessfully) _broken |= !outcome.Result.IsOk;
        return outcome;
    }

    public override void Dispose() => module.Ended(this);
}

internal sealed class FakeEngineProvider : IEngineProvider
{
    private int _compiles, _loads, _unmaps;

    public string Name { get; init; } = "fake";

    public string Fingerprint { get; init; } = "f1";

    public bool AheadOfTime { get; init; } = true;

    public string? Unavailable { get; init; }

    public Func<Task> Compiling { get; set; } = () => Task.CompletedTask;

    public Func<Task> Loading { get; set; } = () => Task.CompletedTask;

    public Func<InvocationContext, InvocationCancellation, ValueTask<Outcome>> Guest { get; set; } = (_, _) => new ValueTask<Outcome>(Outcome.Ok);

    public int Compiles => _compiles;

    public int Loads => _loads;

    public int Unmaps => _unmaps;

    public string? WhyUnavailable() => Unavailable;

    public IWasmEngine Create(EngineOptions options) => new FakeEngine(options, this);

    public Task OnCompile()
    {
        Interlocked.Increment(ref _compiles);
        return Compiling();
    }

    public Task OnLoad()
    {
        Interlocked.Increment(ref _loads);
        return Loading();
    }

    public void NoteUnmapped() => Interlocked.Increment(ref _unmaps);
}
