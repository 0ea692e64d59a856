using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What a WASI function does. All its arguments are in the call; what it gives back besides the error number it writes to the guest's memory.</summary>
internal delegate Errno WasiBody(in HostCall call);

/// <summary>Makes host functions of WASI bodies.</summary>
internal static class WasiFunction
{
    public const string Module = "wasi_snapshot_preview1";

    /// <summary>A function of this module that gives an error number back.</summary>
    /// <param name="name">The import's name.</param>
    /// <param name="parameters">A letter each: <c>i</c> for i32, <c>l</c> for i64.</param>
    /// <param name="body">What it does.</param>
    public static HostFunction Of(string name, string parameters, WasiBody body) =>
        new(Module, name, new FunctionType(Types(parameters), [ValueKind.I32]), (in HostCall call) => Run(call, body));

    /// <summary>The types that the letters stand for.</summary>
    public static ImmutableArray<ValueKind> Types(string letters) =>
        [.. letters.Select(l => l == 'l' ? ValueKind.I64 : ValueKind.I32)];

    private static HostResult Run(in HostCall call, WasiBody body)
    {
        Errno errno;
        try
        {
            // A module's own start function runs before there is an invocation, and so before there is anything to work on.
            errno = call.State.Running ? body(call) : Errno.NoSys;
        }
        catch (OperationCanceledException)
        {
            return call.State.Cancelled();
        }
        catch (FaultException e)
        {
            return call.State.Fail(e.Fault);
        }

        if (errno == Errno.Unwound) return HostResult.Unwind;
        call.Return((int)errno);
        return HostResult.Continue;
    }
}
