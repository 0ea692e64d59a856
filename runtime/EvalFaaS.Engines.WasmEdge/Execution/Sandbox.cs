using System.Runtime.InteropServices;
using System.Text;
using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// What an instance needs around it in the library and what is worth keeping for the next one: an executor, a store with the host's functions,
/// a counter, buffers for values, and the call by which the executor can be stopped. Serves one instance at a time.
/// </summary>
internal sealed unsafe class Sandbox : IDisposable
{
    private const int BufferValues = 4;

    private readonly StoreHandle _store;
    private readonly StatisticsHandle? _statistics;
    private readonly List<HostModuleHandle> _hostModules = [];
    private readonly AsyncHandle _stopper;
    private readonly nint _executorPointer;
    private readonly nint _storePointer;
    private readonly nint _neverCalled;

    /// <summary>Makes one whose host functions arrive with this data.</summary>
    public Sandbox(WasmEdgeConfiguration configuration, IReadOnlyList<HostFunction> imports, nint data)
    {
        _statistics = configuration.Counts ? Interop.Statistics.Create() : null;
        ExecutorHandle = Executor.Create(configuration.Handle, _statistics);
        _store = Executor.StoreCreate();
        _executorPointer = ExecutorHandle.DangerousGetHandle();
        _storePointer = _store.DangerousGetHandle();
        Values = (WasmEdgeValue*)NativeMemory.AlignedAlloc(BufferValues * WasmEdgeValue.SizeOf, 16);
        new Span<byte>(Values, BufferValues * WasmEdgeValue.SizeOf).Clear();
        for (var first = 0; first < imports.Count; first++)
            if (!imports.Take(first).Any(i => i.Module == imports[first].Module)) RegisterModule(imports[first].Module, imports, data);
        _neverCalled = HostFunctionFactory.Create(new FunctionType([], []), 0, 0);
        _stopper = MakeStopper();
    }

    /// <summary>The executor.</summary>
    public ExecutorHandle ExecutorHandle { get; }

    /// <summary>Room for the values of a call, aligned as the library wants it.</summary>
    public WasmEdgeValue* Values { get; }

    /// <summary>Makes an instance.</summary>
    public uint Instantiate(AstModuleHandle module, out nint instance)
    {
        nint made = 0;
        var code = Executor.Instantiate(_executorPointer, &made, _storePointer, module.DangerousGetHandle());
        instance = made;
        return code;
    }

    /// <summary>Calls a function with the values in <see cref="Values"/>; its results replace them.</summary>
    public uint Invoke(nint function, int parameters, int results) =>
        Executor.Invoke(_executorPointer, function, Values, (uint)parameters, Values, (uint)results);

    /// <summary>Begins counting anew towards this limit.</summary>
    public void SetBudget(long? cost)
    {
        if (_statistics is null) return;
        Interop.Statistics.Clear(_statistics);
        Interop.Statistics.SetCostLimit(_statistics, cost is { } limit ? (ulong)limit : ulong.MaxValue);
    }

    /// <summary>Stops what the executor runs now, or else the next thing that it is asked to run.</summary>
    public void Stop() => Executor.AsyncCancel(_stopper);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopper.Dispose();
        _store.Dispose();
        foreach (var module in _hostModules) module.Dispose();
        ExecutorHandle.Dispose();
        _statistics?.Dispose();
        Instances.FunctionDelete(_neverCalled);
        NativeMemory.AlignedFree(Values);
    }

    private void RegisterModule(string name, IReadOnlyList<HostFunction> imports, nint data)
    {
        fixed (byte* bytes = Encoding.UTF8.GetBytes(name + '\0'))
        {
            var module = Instances.Create(new WasmEdgeString { Length = (uint)Encoding.UTF8.GetByteCount(name), Bytes = bytes });
            _hostModules.Add(module);
            for (var i = 0; i < imports.Count; i++)
                if (imports[i].Module == name) HostFunctionFactory.Add(module, imports[i], i, data);
            var code = Executor.RegisterImport(ExecutorHandle, _store, module);
            if (code != ResultCode.Success)
                throw new FaultException(FaultKind.Internal, WasmEdgeEngine.Component, $"Host functions of {name} were not taken: {ResultCode.Message(code)}.");
        }
    }

    /// <summary>
    /// A call that is over. Cancelling it stops the executor all the same, which is the library's only way to end compiled code.
    /// One argument too many ends it before it reaches the function.
    /// </summary>
    private AsyncHandle MakeStopper()
    {
        Values[0].Type = ValueTypes.Of(ValueKind.I32);
        var call = Executor.AsyncInvoke(ExecutorHandle, _neverCalled, Values, 1);
        Executor.AsyncWait(call);
        return call;
    }
}
