using System.Runtime.InteropServices;
using System.Text;
using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Host functions made known to the engine once, for all modules that are granted them.</summary>
internal sealed unsafe class HostLinker : IDisposable
{
    private const byte ExternRefKind = 128;
    private const byte FuncRefKind = 129;

    private readonly LinkerHandle _linker;
    private readonly List<GCHandle> _bodies = [];

    public HostLinker(EngineHandle engine, HostImports imports)
    {
        _linker = LinkerApi.New(engine);
        foreach (var function in imports.Functions) Define(function);
    }

    /// <summary>Links a module, so that instances of it are made without looking anything up.</summary>
    public InstancePreHandle Link(CodeHandle module)
    {
        NativeErrors.Throw(LinkerApi.InstantiatePre(_linker, module, out var pre), FaultKind.ImportMissing, "The module cannot be linked");
        return pre;
    }

    public void Dispose()
    {
        _linker.Dispose();
        foreach (var body in _bodies) body.Free();
        _bodies.Clear();
    }

    private void Define(HostFunction function)
    {
        var body = GCHandle.Alloc(function.Body);
        _bodies.Add(body);
        var module = Encoding.UTF8.GetBytes(function.Module);
        var name = Encoding.UTF8.GetBytes(function.Name);
        var parameters = Types(function.Type.Parameters.AsSpan());
        var results = Types(function.Type.Results.AsSpan());
        var type = LinkerApi.NewFunctionType(&parameters, &results);
        fixed (byte* moduleText = module, nameText = name)
        {
            var error = LinkerApi.DefineFunction(
                _linker, moduleText, (nuint)module.Length, nameText, (nuint)name.Length, type, HostCalls.Import, GCHandle.ToIntPtr(body), 0);
            LinkerApi.DeleteFunctionType(type);
            NativeErrors.Throw(error, FaultKind.Internal, $"{function.Module}.{function.Name} cannot be defined");
        }
    }

    private static NativeVector Types(ReadOnlySpan<ValueKind> kinds)
    {
        var items = stackalloc nint[Math.Max(kinds.Length, 1)];
        for (var i = 0; i < kinds.Length; i++) items[i] = Type(kinds[i]);
        LinkerApi.NewValueTypes(out var types, (nuint)kinds.Length, items);
        return types;
    }

    private static nint Type(ValueKind kind) => kind switch
    {
        ValueKind.I32 => LinkerApi.NewValueType(0),
        ValueKind.I64 => LinkerApi.NewValueType(1),
        ValueKind.F32 => LinkerApi.NewValueType(2),
        ValueKind.F64 => LinkerApi.NewValueType(3),
        ValueKind.V128 => LinkerApi.NewV128Type(),
        ValueKind.ExternRef => LinkerApi.NewValueType(ExternRefKind),
        ValueKind.FuncRef => LinkerApi.NewValueType(FuncRefKind),
        _ => throw new FaultException(FaultKind.ModuleUnsupported, NativeErrors.Component, $"Host functions cannot take values of the kind {kind}."),
    };
}
