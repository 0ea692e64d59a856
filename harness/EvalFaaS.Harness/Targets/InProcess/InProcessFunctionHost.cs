using System.Diagnostics;
using EvalFaaS.Engines;
using EvalFaaS.Execution;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>One function on an engine in this process, brought into each start state by hand and called once.</summary>
internal sealed class InProcessFunctionHost : IAsyncDisposable
{
    private readonly IWasmEngine _engine;
    private readonly ModuleFile _module;
    private readonly string? _code;
    private readonly double _slowdown;
    private readonly InProcessInvocation _invocation;
    private readonly InvocationCancellation _cancellation = new(TimeProvider.System);
    private readonly InvocationLimits _limits;
    private CompiledModule? _loaded;
    private WasmInstance? _reused;

    private InProcessFunctionHost(IWasmEngine engine, ModuleFile module, string? code, RequestCase request, InvocationLimits limits, double slowdown)
    {
        _limits = limits;
        _engine = engine;
        _module = module;
        _code = code;
        _slowdown = slowdown;
        _invocation = new InProcessInvocation(request, _limits);
    }

    /// <summary>Modules loaded so far.</summary>
    public long Loads { get; private set; }

    /// <summary>Compiles the module ahead of time into a folder.</summary>
    public static async Task<InProcessFunctionHost> CreateAsync(IWasmEngine engine, string module, RequestCase request, InvocationLimits limits, string folder, double slowdown)
    {
        var file = ModuleFile.Open(module);
        string? code = null;
        if (engine.Description.Capabilities.AheadOfTime)
        {
            code = Path.Combine(folder, file.Digest.Hex + ".code");
            await engine.CompileAsync(file, code, CancellationToken.None);
        }

        return new InProcessFunctionHost(engine, file, code, request, limits, slowdown);
    }

    /// <summary>Forces a state and calls once.</summary>
    public async Task<InProcessAnswer> StartOnceAsync(string state)
    {
        switch (state)
        {
            case "N2" or "N3":
                Unload();
                var cold = state == "N2" && _code is not null && PageCache.TryMakeCold(_code);
                return await CallAsync(cold, keep: false);
            case "N4":
                await LoadAsync();
                return await CallAsync(cold: false, keep: false);
            case "N5":
                if (_reused is not { Reusable: true }) await CallAsync(cold: false, keep: true);
                return await CallAsync(cold: false, keep: true);
            default:
                return new InProcessAnswer($"The in-process target has no start state {state}.");
        }
    }

    /// <summary>Holds so many instances, each called once, and tells what they added to this process's memory.</summary>
    public async Task<InProcessAnswer> HoldAsync(int count)
    {
        await LoadAsync();
        await CallAsync(cold: false, keep: false);
        var held = new WasmInstance[count];
        GC.Collect();
        var before = ProcessUsage.Of([Environment.ProcessId]);
        for (var i = 0; i < count; i++)
        {
            _invocation.Reset();
            _cancellation.Arm(_limits.Timeout);
            held[i] = await _loaded!.InstantiateAsync(_limits, _cancellation);
            await held[i].InvokeAsync(_invocation, _cancellation);
            if (!_invocation.IsRight) return new InProcessAnswer($"Instance {i + 1} of {count} answered wrongly.");
        }

        GC.Collect();
        var after = ProcessUsage.Of([Environment.ProcessId]);
        foreach (var instance in held) instance.Dispose();
        return new InProcessAnswer(ResidentBytes: after.ResidentBytes - before.ResidentBytes, ProportionalBytes: after.ProportionalBytes - before.ProportionalBytes);
    }

    private async Task<InProcessAnswer> CallAsync(bool cold, bool keep)
    {
        var ledger = _invocation.Ledger;
        _invocation.Reset();
        var loads = Loads;
        var started = Stopwatch.GetTimestamp();
        ledger.Start();
        _cancellation.Arm(_limits.Timeout);
        if (_loaded is null)
        {
            await LoadAsync();
            ledger.Mark(Phase.Load);
        }

        var fresh = _reused is not { Reusable: true } || !keep;
        var instance = fresh ? await _loaded!.InstantiateAsync(_limits, _cancellation) : _reused!;
        ledger.Mark(Phase.Instantiate);
        var outcome = await instance.InvokeAsync(_invocation, _cancellation);
        if (_slowdown > 0) Prolong(started);
        var ended = Stopwatch.GetTimestamp();
        if (keep && fresh) _reused = instance;
        else if (fresh) instance.Dispose();
        // The state is proved by what happened, not by what was asked for.
        var found = Loads > loads ? cold ? "N2" : "N3" : fresh ? "N4" : "N5";
        return new InProcessAnswer(
            outcome.Fault?.Message, Nanoseconds(started), Nanoseconds(ended), outcome.IsOk && _invocation.IsRight, found, instance.Id, PhasesOf(ledger));
    }

    private static Dictionary<Phase, long> PhasesOf(InvocationLedger ledger)
    {
        var phases = new Dictionary<Phase, long>();
        foreach (var phase in PhaseDurations.Phases)
            if (ledger.DurationNs(phase) is > 0 and var ns) phases[phase] = ns;
        return phases;
    }

    // Real time on the target's core, inside what is measured: an injected slowdown is no number added afterwards.
    private void Prolong(long started)
    {
        var now = Stopwatch.GetTimestamp();
        var until = now + (long)((now - started) * _slowdown);
        while (Stopwatch.GetTimestamp() < until)
        {
        }
    }

    private async Task LoadAsync()
    {
        if (_loaded is not null) return;
        _loaded = await _engine.LoadAsync(_module, _code, StandardImports.All, CancellationToken.None);
        Loads++;
    }

    private void Unload()
    {
        _reused?.Dispose();
        _reused = null;
        _loaded?.Dispose();
        _loaded = null;
    }

    private static long Nanoseconds(long ticks) => (long)((Int128)ticks * 1_000_000_000 / Stopwatch.Frequency);

    public ValueTask DisposeAsync()
    {
        Unload();
        return ValueTask.CompletedTask;
    }
}
