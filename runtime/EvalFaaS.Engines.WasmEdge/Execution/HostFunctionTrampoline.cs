using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>The one way from a guest into the host. Nothing that is thrown may leave it: that would end the process.</summary>
internal static unsafe class HostFunctionTrampoline
{
    /// <summary>What the library calls: the binding is the import's index, the data a handle of the instance that it was made for.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint, WasmEdgeValue*, uint, WasmEdgeValue*, uint, uint> Pointer => &Enter;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Enter(nint binding, nint data, nint frame, WasmEdgeValue* arguments, uint argumentCount, WasmEdgeValue* results, uint resultCount)
    {
        WasmEdgeInstance? instance = null;
        try
        {
            instance = Unsafe.As<WasmEdgeInstance>(GCHandle.FromIntPtr(data).Target!);
            return instance.CallHost((int)binding, arguments, results, resultCount) == HostResult.Continue ? ResultCode.Success : ResultCode.Terminated;
        }
        catch (Exception exception)
        {
            instance?.State.Fail(exception is FaultException known
                ? known.Fault
                : new InvocationFault(FaultKind.Internal, "host function", $"A host function failed: {exception.Message}"));
            return ResultCode.Terminated;
        }
    }
}
