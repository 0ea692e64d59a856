using System.Text;
using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Makes the library's objects for functions of the host's.</summary>
internal static unsafe class HostFunctionFactory
{
    /// <summary>Adds a function to a host module, which owns it.</summary>
    public static void Add(HostModuleHandle module, HostFunction function, int index, nint data)
    {
        var instance = Create(function.Type, index, data);
        fixed (byte* bytes = Encoding.UTF8.GetBytes(function.Name + '\0'))
            Instances.AddFunction(module, new WasmEdgeString { Length = (uint)Encoding.UTF8.GetByteCount(function.Name), Bytes = bytes }, instance);
    }

    /// <summary>A function that enters the host with this index and data; the caller owns it. Costs the guest nothing beside its own call.</summary>
    public static nint Create(FunctionType type, int index, nint data)
    {
        var parameters = Types(type.Parameters);
        var results = Types(type.Results);
        fixed (ulong* p = parameters, r = results)
        {
            var nativeType = Instances.FunctionTypeCreate(p, (uint)parameters.Length, r, (uint)results.Length);
            try
            {
                return Instances.FunctionCreate(nativeType, HostFunctionTrampoline.Pointer, index, data, 0);
            }
            finally
            {
                Instances.FunctionTypeDelete(nativeType);
            }
        }
    }

    private static ulong[] Types(IEnumerable<ValueKind> kinds) => kinds.Select(ValueTypes.Of).ToArray();
}
