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
    private bool _tooDeep;
    private InvocationLimits _limits = InvocationLimits.Unlimited;
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
        var code = _sandbox.Instantiate(_module.Ast, out _instance);
        if (code != ResultCode.Success) throw new FaultException(Traps.AtStart(code, cancellation));
        _memory = _module.HasMemory ? ExportNames.FindMemory(_instance) : 0;
        if (_module.HasMemory && Memory.Length < _module.MinimumMemory)
            throw new FaultException(FaultKind.NoCapacity, WasmEdgeEngine.Component, $"No address space was left for a memory of {_module.MinimumMemory} bytes.", retryMayHelp: true);
        _limits = limits;
        SetLimits();
        RunStart(cancellation);
    }

    /// <inheritdoc/>
    public override bool Call(GuestExport export, Span<long> values)
    {
        if (_budgeted != Invocations) BeginInvocation();
        ref var function = ref _functions[(int)export];
        if (function == 0) function = ExportNames.FindFunction(_instance, export);
        var (parameters, results) = ExportNames.Arity(export);
        for (var i = 0; i < parameters; i++) SetArgument(i, (uint)values[i]);
        Enter(State.Cancellation);
        var code = _sandbox.Invoke(function, parameters, results);
        Leave();
        if (code == ResultCode.Success)
        {
            if (results > 0) values[0] = _sandbox.Values[0].Low;
            return true;
        }

        NoteRefusals();
        if (code != ResultCode.Terminated) State.Fail(Traps.Fault(code, State, _tooDeep, _module.Configuration.AheadOfTime));
        return false;
    }

    /// <summary>A guest's call of import number so-and-so.</summary>
    public HostResult CallHost(int import, WasmEdgeValue* arguments, WasmEdgeValue* results, uint resultCount)
    {
        // The host's own frames need room that a deep recursion of compiled code may have left too little of.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return State.Fail(Faults.StackOverflow);
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

    private void BeginInvocation()
    {
        _budgeted = Invocations;
        _sandbox.SetBudget(State.Context.Limits.Fuel);
        // What an earlier invocation was refused is not this one's.
        if (Invocations > 1) SetLimits();
    }

    private void SetLimits()
    {
        SetArgument(0, (uint)(Math.Min(_limits.MemoryBytes, _module.Configuration.MaximumMemoryBytes) >> 16));
        SetArgument(1, (uint)_limits.TableElements);
        CallGuard(GuardNames.Limits, 2, 0);
    }

    private void NoteRefusals()
    {
        _tooDeep = false;
        if (!CallGuard(GuardNames.Refusals, 0, 1)) return;
        var refused = (Refused)_sandbox.Values[0].Low;
        State.MemoryDenied |= refused.HasFlag(Refused.Memory);
        State.TableDenied |= refused.HasFlag(Refused.Table);
        _tooDeep = refused.HasFlag(Refused.Calls);
    }

    private void RunStart(InvocationCancellation cancellation)
    {
        var start = ExportNames.FindFunction(_instance, GuardNames.Start);
        if (start == 0) return;
        Enter(cancellation);
        var code = _sandbox.Invoke(start, 0, 0);
        Leave();
        if (code == ResultCode.Success) return;
        NoteRefusals();
        throw new FaultException(_tooDeep ? Faults.StackOverflow : Traps.AtStart(code, cancellation));
    }

    private bool CallGuard(ReadOnlySpan<byte> name, int parameters, int results) =>
        ExportNames.FindFunction(_instance, name) is not 0 and var function && _sandbox.Invoke(function, parameters, results) == ResultCode.Success;

    private void SetArgument(int index, uint value) => _sandbox.Values[index] = new WasmEdgeValue { Low = value, Type = _module.Imports.Int32 };

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
