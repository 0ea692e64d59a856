using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// Runs a tiny module and a host function once, and sees from what arrives whether the sizes and places of values are those that Interop declares.
/// The library exports no sizes to compare with.
/// </summary>
internal static unsafe class LayoutProbe
{
    private const long First = 0x1122334455667788, Second = 0x0102030405060708;

    /// <summary>(import "p" "swap" (func (param i64 i64) (result i64 i64))) (export "f" (func 0)), and an own function "g" that calls it.</summary>
    private static ReadOnlySpan<byte> Module =>
    [
        0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00,
        0x01, 0x08, 0x01, 0x60, 0x02, 0x7E, 0x7E, 0x02, 0x7E, 0x7E,
        0x02, 0x0A, 0x01, 0x01, 0x70, 0x04, 0x73, 0x77, 0x61, 0x70, 0x00, 0x00,
        0x03, 0x02, 0x01, 0x00,
        0x07, 0x05, 0x01, 0x01, 0x67, 0x00, 0x01,
        0x0A, 0x0A, 0x01, 0x08, 0x00, 0x20, 0x00, 0x20, 0x01, 0x10, 0x00, 0x0B,
    ];

    /// <summary>Null when all is as declared.</summary>
    public static string? WhatDiffers()
    {
        if (sizeof(WasmEdgeValue) != WasmEdgeValue.SizeOf) return "a value's size in managed code";
        using var configuration = new WasmEdgeConfiguration(new EngineOptions(), aheadOfTime: false);
        using var ast = ModuleLoader.FromBytes(Module, configuration.Handle);
        using var executor = Executor.Create(configuration.Handle, null);
        using var store = Executor.StoreCreate();
        using var host = MakeHost();
        Executor.RegisterImport(executor, store, host);
        nint instance = 0;
        if (Executor.Instantiate(executor.DangerousGetHandle(), &instance, store.DangerousGetHandle(), ast.DangerousGetHandle()) != ResultCode.Success) return "a module that cannot be instantiated";
        var values = (WasmEdgeValue*)NativeMemory.AlignedAlloc(2 * WasmEdgeValue.SizeOf, 16);
        try
        {
            var i64 = ValueTypes.Of(ValueKind.I64);
            values[0] = new WasmEdgeValue { Low = First, Type = i64 };
            values[1] = new WasmEdgeValue { Low = Second, Type = i64 };
            var code = Executor.Invoke(executor.DangerousGetHandle(), ExportNames.FindFunction(instance, "g"u8), values, 2, values, 2);
            if (code != ResultCode.Success) return $"a call that ended with '{ResultCode.Message(code)}'";
            return values[0].Low == Second && values[1].Low == First && ValueTypes.IsI64(values[0].Type) ? null : "the values of a call";
        }
        finally
        {
            Instances.Delete(instance);
            NativeMemory.AlignedFree(values);
        }
    }

    private static HostModuleHandle MakeHost()
    {
        var types = stackalloc ulong[2] { ValueTypes.Of(ValueKind.I64), ValueTypes.Of(ValueKind.I64) };
        fixed (byte* module = "p"u8, name = "swap"u8)
        {
            var host = Instances.Create(new WasmEdgeString { Length = 1, Bytes = module });
            var type = Instances.FunctionTypeCreate(types, 2, types, 2);
            Instances.AddFunction(host, new WasmEdgeString { Length = 4, Bytes = name }, Instances.FunctionCreate(type, &Swap, 0, 0, 0));
            Instances.FunctionTypeDelete(type);
            return host;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Swap(nint binding, nint data, nint frame, WasmEdgeValue* arguments, uint argumentCount, WasmEdgeValue* results, uint resultCount)
    {
        if (argumentCount != 2 || resultCount != 2) return ResultCode.Terminated;
        (results[0], results[1]) = (arguments[1], arguments[0]);
        return ResultCode.Success;
    }
}
