using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// Keeps the library's handlers of memory faults in place for as long as it lives, on the alternate stack.
/// </summary>
/// <remarks>
/// The library installs its handlers when the first call enters compiled code and resets them to the system's defaults when the last one leaves.
/// One call that never leaves makes that happen once instead of at each call, which saves six system calls a call, and lets the flag be added
/// by which a handler also runs when the guest's own stack is used up: endless recursion then ends as a trap instead of with the process.
/// </remarks>
internal sealed unsafe class FaultHandling : IDisposable
{
    private static readonly int[] Handled = [Signals.SegmentationFault, Signals.BusError, Signals.FloatingPointError];

    private readonly ManualResetEventSlim _inside = new();
    private readonly ManualResetEventSlim _leave = new();
    private readonly SignalAction[] _before = Array.ConvertAll(Handled, Signals.Get);
    private readonly GCHandle _self;
    private readonly Thread _thread;
    private string? _failed;

    /// <summary>(import "e" "p" (func)) (func (export "p") call 0)</summary>
    private static ReadOnlySpan<byte> Module =>
    [
        0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00,
        0x01, 0x04, 0x01, 0x60, 0x00, 0x00,
        0x02, 0x07, 0x01, 0x01, 0x65, 0x01, 0x70, 0x00, 0x00,
        0x03, 0x02, 0x01, 0x00,
        0x07, 0x05, 0x01, 0x01, 0x70, 0x00, 0x01,
        0x0A, 0x06, 0x01, 0x04, 0x00, 0x10, 0x00, 0x0B,
    ];

    /// <summary>Enters compiled code on a thread of its own and stays there.</summary>
    public FaultHandling(WasmEdgeConfiguration configuration)
    {
        _self = GCHandle.Alloc(this);
        _thread = new Thread(() => Stay(configuration)) { IsBackground = true, Name = "wasmedge fault handling" };
        _thread.Start();
        _inside.Wait();
        if (_failed is not null) throw new FaultException(FaultKind.EngineUnavailable, WasmEdgeEngine.Component, $"Ahead-of-time code does not run here: {_failed}.");
        foreach (var signal in Handled)
        {
            var action = Signals.Get(signal);
            action.Flags |= Signals.OnAlternateStack;
            Signals.Set(signal, action);
        }
    }

    /// <summary>Leaves, and gives the signals back to whoever had them.</summary>
    public void Dispose()
    {
        _leave.Set();
        _thread.Join();
        for (var i = 0; i < Handled.Length; i++) Signals.Set(Handled[i], _before[i]);
        _self.Free();
        _inside.Dispose();
        _leave.Dispose();
    }

    private void Stay(WasmEdgeConfiguration configuration)
    {
        var path = Path.Combine(Path.GetTempPath(), $"evalfaas-{Environment.ProcessId}-{Path.GetRandomFileName()}.so");
        try
        {
            AheadOfTimeCompiler.Compile(Module, path, configuration);
            using var ast = ModuleLoader.FromSharedObject(path, configuration.Handle);
            File.Delete(path);
            // Code compiled to count writes its count somewhere, limit or not.
            using var statistics = Interop.Statistics.Create();
            using var executor = Executor.Create(configuration.Handle, statistics);
            Interop.Statistics.SetCostLimit(statistics, ulong.MaxValue);
            using var store = Executor.StoreCreate();
            using var host = MakeHost();
            Executor.RegisterImport(executor, store, host);
            nint instance = 0;
            var code = Executor.Instantiate(executor.DangerousGetHandle(), &instance, store.DangerousGetHandle(), ast.DangerousGetHandle());
            if (code == ResultCode.Success)
            {
                code = Executor.Invoke(executor.DangerousGetHandle(), ExportNames.FindFunction(instance, "p"u8), null, 0, null, 0);
                Instances.Delete(instance);
            }

            _failed = ResultCode.Message(code);
        }
        catch (Exception exception)
        {
            _failed = exception.Message;
        }
        finally
        {
            File.Delete(path);
            if (!_inside.IsSet) _inside.Set();
        }
    }

    private HostModuleHandle MakeHost()
    {
        fixed (byte* module = "e"u8, name = "p"u8)
        {
            var host = Instances.Create(new WasmEdgeString { Length = 1, Bytes = module });
            var type = Instances.FunctionTypeCreate(null, 0, null, 0);
            Instances.AddFunction(host, new WasmEdgeString { Length = 1, Bytes = name }, Instances.FunctionCreate(type, &Inside, 0, GCHandle.ToIntPtr(_self), 0));
            Instances.FunctionTypeDelete(type);
            return host;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Inside(nint binding, nint data, nint frame, WasmEdgeValue* arguments, uint argumentCount, WasmEdgeValue* results, uint resultCount)
    {
        try
        {
            var handling = (FaultHandling)GCHandle.FromIntPtr(data).Target!;
            handling._inside.Set();
            handling._leave.Wait();
            return ResultCode.Success;
        }
        catch (Exception)
        {
            return ResultCode.Terminated;
        }
    }
}
