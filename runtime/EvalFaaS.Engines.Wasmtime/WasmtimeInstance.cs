using System.Runtime.InteropServices;
using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// A store with one instance in it. The object outlives the store: it is reused for the next instance of the module,
/// so that a fresh sandbox allocates nothing managed.
/// </summary>
internal sealed unsafe class WasmtimeInstance : CoreInstance
{
    private const int MostValues = 2;
    private static readonly int ExportCount = GuestExports.All.Count;

    private readonly WasmtimeModule _module;
    private readonly GCHandle _self;
    private readonly NativeInstance* _instance;
    private readonly NativeFunction* _functions;
    private readonly NativeStorage* _memory;
    private InstanceLimits _limits = null!;
    private InvocationCancellation? _starting;
    private nint _store;
    private nint _context;
    private byte* _memoryData;
    private nuint _startBytes;
    private uint _found;
    private long _fuelled;
    private long _id;

    public WasmtimeInstance(WasmtimeModule module)
    {
        _module = module;
        _self = GCHandle.Alloc(this);
        var block = (byte*)NativeMemory.AllocZeroed((nuint)(sizeof(NativeInstance) + sizeof(NativeStorage) + (ExportCount * sizeof(NativeFunction))));
        _instance = (NativeInstance*)block;
        _memory = (NativeStorage*)(block + sizeof(NativeInstance));
        _functions = (NativeFunction*)(block + sizeof(NativeInstance) + sizeof(NativeStorage));
    }

    /// <inheritdoc/>
    public override long Id => _id;

    /// <inheritdoc/>
    public override GuestState State { get; } = new();

    /// <inheritdoc/>
    public override GuestModule Module => _module.Guest;

    /// <inheritdoc/>
    public override GuestMemory Memory => _memoryData is null ? default : new GuestMemory(_memoryData, InstanceApi.MemorySize(_context, _memory));

    /// <summary>Makes the sandbox.</summary>
    /// <exception cref="FaultException">The module's start function failed, or the pool's limits do not allow it.</exception>
    public void Begin(InstanceLimits limits, InvocationCancellation cancellation)
    {
        ResetInvocations();
        State.Renew();
        _limits = limits;
        _id = InstanceIds.Next();
        _found = 0;
        _fuelled = 0;
        _memoryData = null;
        _store = StoreApi.New(_module.Engine.Raw, GCHandle.ToIntPtr(_self), 0);
        _context = StoreApi.Context(_store);
        StoreApi.Limit(_store, limits.MemoryBytes, limits.TableElements, 1, EngineSizes.StoragesPerModule, EngineSizes.StoragesPerModule);
        StoreApi.OnEpoch(_store, HostCalls.Epoch, GCHandle.ToIntPtr(_self), 0);
        StoreApi.SetEpochDeadline(_context, 1);
        Refuel();
        Instantiate(cancellation);
        FindMemory();
    }

    /// <inheritdoc/>
    public override bool Call(GuestExport export, Span<long> values)
    {
        if (_fuelled != Invocations) Refuel();
        if (!GuestStack.Fits(_module.Engine.StackBytes)) return ThreadTooSmall();
        var function = Find(export);
        var slots = stackalloc NativeValue[MostValues];
        for (var i = 0; i < values.Length; i++) slots[i].Int64 = values[i];
        nint trap = 0;
        var error = InstanceApi.Call(_context, function, slots, MostValues, &trap);
        if ((error | trap) != 0)
        {
            Unwound(error, trap);
            return false;
        }

        if (values.Length > 0) values[0] = slots[0].Int64;
        return true;
    }

    /// <summary>Runs a host function for the guest.</summary>
    public HostResult CallHost(HostFunctionBody body, NativeValue* values)
    {
        try
        {
            if (!State.Running)
            {
                return State.Fail(new InvocationFault(FaultKind.ContractMismatch, NativeErrors.Component,
                    "The module's start function calls an import; imports answer only while a request runs. Move the work to _initialize."));
            }

            return body(new HostCall(State, Memory, ref *(byte*)values, ref *(byte*)values, sizeof(NativeValue)));
        }
        catch (Exception e)
        {
            return State.Fail(new InvocationFault(FaultKind.Internal, NativeErrors.Component, $"A host function failed: {e.GetType().Name}: {e.Message}"));
        }
    }

    /// <summary>Whether a guest whose epoch has passed may run for another tick.</summary>
    public bool MayGoOn()
    {
        var reason = (State.Running ? State.Cancellation : _starting)?.Check() ?? CancelReason.None;
        if (reason == CancelReason.None) return true;
        State.Fail(Faults.Cancelled(reason));
        return false;
    }

    /// <summary>Ends the sandbox; the object goes back to its module.</summary>
    public override void Dispose()
    {
        if (_store == 0) return;
        StoreApi.Delete(_store);
        _store = _context = 0;
        _memoryData = null;
        _module.Ended(this);
    }

    /// <summary>Gives the object itself up.</summary>
    public void Free()
    {
        _self.Free();
        NativeMemory.Free(_instance);
    }

    private void Instantiate(InvocationCancellation cancellation)
    {
        _starting = cancellation;
        nint trap = 0;
        var error = GuestStack.Fits(_module.Engine.StackBytes) || ThreadTooSmall()
            ? InstanceApi.Instantiate(_module.Raw, _context, _instance, &trap)
            : 0;
        _starting = null;
        if ((error | trap) != 0) Unwound(error, trap);
        if (State.Fault is { } fault) throw new FaultException(fault);
    }

    private void FindMemory()
    {
        NativeExtern item;
        fixed (byte* name = "memory"u8)
            if (!InstanceApi.Export(_context, _instance, name, 6, &item) || item.Kind != NativeExtern.Memory) return;
        *_memory = item.AsStorage;
        // The pool reserves all that a memory may grow to, so it never moves.
        _memoryData = InstanceApi.MemoryData(_context, _memory);
        _startBytes = InstanceApi.MemorySize(_context, _memory);
    }

    private NativeFunction* Find(GuestExport export)
    {
        var function = _functions + (int)export;
        if ((_found & (1u << (int)export)) != 0) return function;
        var name = _module.ExportName(export);
        NativeExtern item;
        fixed (byte* text = name)
        {
            if (!InstanceApi.Export(_context, _instance, text, (nuint)name.Length, &item) || item.Kind != NativeExtern.Function)
                throw new InvalidOperationException($"The module does not export the function {GuestExports.Name(export)}.");
        }

        *function = item.AsFunction;
        _found |= 1u << (int)export;
        return function;
    }

    private void Refuel()
    {
        _fuelled = Invocations;
        if (!_module.Engine.Fuel) return;
        NativeErrors.Throw(StoreApi.SetFuel(_context, (ulong)(_limits.Source.Fuel ?? long.MaxValue)), FaultKind.Internal, "Fuel cannot be set");
    }

    private void Unwound(nint error, nint trap)
    {
        var growth = new GrowthEvidence(_context, _instance, _module.Module.Interface, _limits, _memoryData is null ? null : _memory, _startBytes);
        Unwinding.Record(State, error, trap, growth);
    }

    private bool ThreadTooSmall()
    {
        State.Fail(new InvocationFault(FaultKind.Internal, NativeErrors.Component,
            $"The thread's stack is too small for a guest stack of {_module.Engine.StackBytes >> 10} KiB. Threads that run guests need 1.5 MiB or more."));
        return false;
    }
}
