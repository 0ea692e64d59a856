using System.Buffers;

namespace EvalFaaS.Engines;

/// <summary>The reactor contract's imports (docs/reactor-contract.md), version 1.</summary>
public static class ReactorImports
{
    /// <summary>The imports' module name.</summary>
    public const string Module = "evalfaas";

    internal const string BodyRead = "body_read";
    private const int Error = -1;

    /// <summary>All of them.</summary>
    public static IEnumerable<HostFunction> Functions { get; } =
    [
        new(Module, "log", Type(3, 0), Log),
        new(Module, "context_get", Type(4, 1), ContextGet),
        new(Module, BodyRead, Type(2, 1), ReadBody),
        new(Module, "body_write", Type(2, 1), WriteBody),
        new(Module, "response_status", Type(1, 0), SetStatus),
        new(Module, "response_header", Type(4, 1), AddHeader),
    ];

    private static FunctionType Type(int parameters, int results) => new(
        [.. Enumerable.Repeat(ValueKind.I32, parameters)], [.. Enumerable.Repeat(ValueKind.I32, results)]);

    private static HostResult Log(in HostCall call)
    {
        if (!call.Memory.TrySlice(call.UInt32(1), call.UInt32(2), out var text)) return BadPointer(call, "log");
        call.State.Log((GuestLogLevel)Math.Clamp(call.Int32(0), (int)GuestLogLevel.Debug, (int)GuestLogLevel.Error), text);
        return HostResult.Continue;
    }

    private static HostResult ContextGet(in HostCall call)
    {
        if (!call.Memory.TrySlice(call.UInt32(0), call.UInt32(1), out var key) ||
            !call.Memory.TrySlice(call.UInt32(2), call.UInt32(3), out var buffer)) return BadPointer(call, "context_get");
        call.Return(ReactorContextKeys.Get(call.State.Context, key, buffer));
        return HostResult.Continue;
    }

    private static HostResult ReadBody(in HostCall call)
    {
        if (!call.Memory.TrySlice(call.UInt32(0), call.UInt32(1), out var buffer)) return BadPointer(call, BodyRead);
        var reactor = call.State.Reactor;
        if (reactor.RequestEnded || buffer.IsEmpty)
        {
            call.Return(0);
            return HostResult.Continue;
        }

        if (!BodyWaits.Read(call.State, out var result)) return HostResult.Unwind;
        var part = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, buffer.Length));
        var length = (int)part.Length;
        part.CopyTo(buffer);
        reactor.RequestEnded = result.IsCompleted && length == result.Buffer.Length;
        call.State.Context.RequestBody.AdvanceTo(part.End);
        if (reactor.CountRead(call.State, length) is { } fault) return call.State.Fail(fault);
        call.Return(length);
        return HostResult.Continue;
    }

    private static HostResult WriteBody(in HostCall call)
    {
        if (!call.Memory.TrySlice(call.UInt32(0), call.UInt32(1), out var bytes)) return BadPointer(call, "body_write");
        if (call.State.Reactor.Chunks(call.State).Write(bytes) != Errno.Success) return HostResult.Unwind;
        call.Return(0);
        return HostResult.Continue;
    }

    private static HostResult SetStatus(in HostCall call)
    {
        if (!call.State.Reactor.HeadSent(call.State) && call.Int32(0) is >= 200 and <= 599 and var status) call.State.Context.SetStatus(status);
        return HostResult.Continue;
    }

    private static HostResult AddHeader(in HostCall call)
    {
        if (!call.Memory.TrySlice(call.UInt32(0), call.UInt32(1), out var name) ||
            !call.Memory.TrySlice(call.UInt32(2), call.UInt32(3), out var value)) return BadPointer(call, "response_header");
        var reactor = call.State.Reactor;
        if (reactor.HeadSent(call.State) || !ResponseHeaders.TryRead(name, value, out var header, out var text))
        {
            call.Return(Error);
            return HostResult.Continue;
        }

        if (header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) reactor.ContentTypeSet = true;
        call.State.Context.AddResponseHeader(header, text);
        call.Return(0);
        return HostResult.Continue;
    }

    private static HostResult BadPointer(in HostCall call, string name) => call.State.Fail(Faults.BadPointer($"{Module}.{name}"));
}
