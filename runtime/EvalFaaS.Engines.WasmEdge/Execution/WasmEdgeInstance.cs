using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// An instance and the sandbox around it. The object and its sandbox are used again for later instances of the same module;
/// the guest's memory, tables and globals never are.
/// </summary>
internal sealed unsafe class WasmEdgeInstance : CoreInstance, IWatched
{
    private readonly WasmEdgeModule _module;
    private readonly Sandbox _sandbox;
    private readonly GCHandle _self;
    private readonly Lock _gate = new();
    private readonly nint[] _functions = new nint[GuestExports.All.Count];
    private InvocationCancellation? _watched;
    private nint _instance;
    private nint _memory;
    private long _id;
    private long _budgeted;
    private int _live;

    /// <summary>Makes the object; <see cref="Start"/> makes the guest.</summary>
    public WasmEdgeInstance(WasmEdgeModule module)
    {
        _module = module;
        _self = GCHandle.Alloc(this);
        _sandbox = new Sandbox(module.Configuration, module.Imports.Functions, GCHandle.ToIntPtr(_self));
    }

    /// <inheritdoc/>
    public override long Id => _id;

    /// <inheritdoc/>
    public override GuestState State { get; } = new();

    /// <inheritdoc/>
    public override GuestModule Module => _module.Guest;

    /// <summary>Whether the executor may still hold a request to stop that nothing has taken up: it would end the next guest.</summary>
    public bool Stopped { get; private set; }

    /// <inheritdoc/>
    public override GuestMemory Memory
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_memory == 0) return default;
            var pages = Instances.MemoryPages(_memory);
            return pages == 0 ? default : new GuestMemory(Instances.MemoryPointer(_memory, 0, 1), (ulong)pages << 16);
        }
    }

    /// <summary>Makes a fresh guest.</summary>
    /// <exception cref="FaultException">The library could not, or the module's start function failed.</exception>
    public void Start(InvocationLimits limits, InvocationCancellation cancellation)
    {
        _live = 1;
        _id = InstanceIds.Next();
        ResetInvocations();
        _budgeted = 0;
        Array.Clear(_functions);
        _sandbox.SetBudget(limits.Fuel);
        Enter(cancellation);
        var code = _sandbox.Instantiate(_module.Ast, out _instance);
        Leave();
        if (code != ResultCode.Success) throw new FaultException(Traps.AtStart(code, cancellation));
        _memory = _module.HasMemory ? ExportNames.FindMemory(_instance) : 0;
        if (_module.HasMemory && Memory.Length < _module.MinimumMemory)
            throw new FaultException(FaultKind.NoCapacity, WasmEdgeEngine.Component, $"No address space was left for a memory of {_module.MinimumMemory} bytes.", retryMayHelp: true);
    }

    /// <inheritdoc/>
    public override bool Call(GuestExport export, Span<long> values)
    {
        if (_budgeted != Invocations)
        {
            _budgeted = Invocations;
            _sandbox.SetBudget(State.Context.Limits.Fuel);
        }

        ref var function = ref _functions[(int)export];
        if (function == 0) function = ExportNames.FindFunction(_instance, export);
        var (parameters, results) = ExportNames.Arity(export);
        for (var i = 0; i < parameters; i++) _sandbox.Values[i] = new WasmEdgeValue { Low = (uint)values[i], Type = _module.Imports.Int32 };
        Enter(State.Cancellation);
        var code = _sandbox.Invoke(function, parameters, results);
        Leave();
        if (code == ResultCode.Success)
        {
            if (results > 0) values[0] = _sandbox.Values[0].Low;
            return true;
        }

        if (code != ResultCode.Terminated) State.Fail(Traps.Fault(code, State));
        return false;
    }

    /// <summary>A guest's call of import number so-and-so.</summary>
    public HostResult CallHost(int import, WasmEdgeValue* arguments, WasmEdgeValue* results, uint resultCount)
    {
        if (resultCount > 0) *results = new WasmEdgeValue { Type = _module.Imports.ResultType(import) };
        var call = new HostCall(State, Memory, ref Unsafe.AsRef<byte>(arguments), ref Unsafe.AsRef<byte>(results), WasmEdgeValue.SizeOf);
        return _module.Imports.Functions[import].Body(in call);
    }

    /// <inheritdoc/>
    public bool Look()
    {
        lock (_gate)
        {
            if (_watched is not { } cancellation) return false;
            if (cancellation.Check() == CancelReason.None) return true;
            _sandbox.Stop();
            return Stopped = true;
        }
    }

    /// <summary>Ends the guest; the object goes back to its module.</summary>
    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _live, 0) == 0) return;
        if (_instance != 0) Instances.Delete(_instance);
        _instance = _memory = 0;
        _module.Return(this);
    }

    /// <summary>Ends the object itself.</summary>
    public void Destroy()
    {
        _sandbox.Dispose();
        _self.Free();
    }

    private void Enter(InvocationCancellation cancellation)
    {
        lock (_gate) _watched = cancellation;
        _module.Watchdog.Wake();
    }

    private void Leave()
    {
        lock (_gate) _watched = null;
    }
}
