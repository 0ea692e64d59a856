using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// Where the engine calls back. Nothing may be thrown out of these methods: an exception that leaves one ends the process.
/// A store's data is the handle of its <see cref="WasmtimeInstance"/>.
/// </summary>
internal static unsafe class HostCalls
{
    private static ReadOnlySpan<byte> Unwound => "unwound by the host\0"u8;

    /// <summary>Called by guests for every import; the environment is the handle of the import's <see cref="HostFunctionBody"/>.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, NativeValue*, nuint, nint> Import => &OnImport;

    /// <summary>Called by guests that have passed their epoch; the data is the handle of the <see cref="WasmtimeInstance"/>.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, ulong*, byte*, nint> Epoch => &OnEpoch;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnImport(nint environment, nint caller, NativeValue* values, nuint count)
    {
        try
        {
            var body = Unsafe.As<HostFunctionBody>(GCHandle.FromIntPtr(environment).Target!);
            if (Instance(StoreApi.Data(StoreApi.CallerContext(caller))).CallHost(body, values) == HostResult.Continue) return 0;
        }
        catch
        {
            // The instance turned what it could into a fault; without one the call ends as an internal fault.
        }

        fixed (byte* message = Unwound) return ErrorApi.NewTrap(message, (nuint)Unwound.Length - 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnEpoch(nint context, nint data, ulong* delta, byte* kind)
    {
        try
        {
            *delta = 1;
            if (Instance(data).MayGoOn()) return 0;
        }
        catch
        {
            // As above.
        }

        fixed (byte* message = Unwound) return ErrorApi.New(message);
    }

    private static WasmtimeInstance Instance(nint handle) => Unsafe.As<WasmtimeInstance>(GCHandle.FromIntPtr(handle).Target!);
}
