using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What host functions know of the instance that calls them. Belongs to one instance, reused between instances.</summary>
public sealed class GuestState
{
    private InvocationContext? _context;
    private InvocationCancellation? _cancellation;
    private WasiContext? _wasi;
    private GuestOutput? _output;
    private ReactorState? _reactor;
    private long _logBytes;

    /// <summary>Whether an invocation runs: not while a module's own start function does.</summary>
    public bool Running => _context is not null;

    /// <summary>The invocation that runs.</summary>
    public InvocationContext Context => _context ?? throw new InvalidOperationException("No invocation runs on this instance.");

    /// <summary>What may end it.</summary>
    public InvocationCancellation Cancellation => _cancellation ?? throw new InvalidOperationException("No invocation runs on this instance.");

    /// <summary>The fault that a host function or the engine found; the first one stays.</summary>
    public InvocationFault? Fault { get; private set; }

    /// <summary>The guest's exit code once it called <c>proc_exit</c>.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether growing its memory was refused.</summary>
    public bool MemoryDenied { get; set; }

    /// <summary>Whether growing a table was refused.</summary>
    public bool TableDenied { get; set; }

    /// <summary>Bytes of log output that were dropped because they were beyond <see cref="InvocationLimits.LogBytes"/>.</summary>
    public long DroppedLogBytes { get; private set; }

    /// <summary>What the reactor contract's imports know; made when first asked for.</summary>
    internal ReactorState Reactor => _reactor ??= new ReactorState();

    /// <summary>WASI's part, made when a guest first needs it.</summary>
    internal WasiContext Wasi => (_wasi ??= new WasiContext(this)).Ready();

    /// <summary>The response's body; a contract begins it.</summary>
    internal GuestOutput Output => _output ??= new GuestOutput(this);

    /// <summary>Makes it new for another instance.</summary>
    public void Renew()
    {
        Fault = null;
        ExitCode = null;
        MemoryDenied = TableDenied = false;
    }

    /// <summary>Begins an invocation.</summary>
    public void Begin(InvocationContext context, InvocationCancellation cancellation)
    {
        _context = context;
        _cancellation = cancellation;
        Renew();
        _logBytes = DroppedLogBytes = 0;
    }

    /// <summary>Ends it.</summary>
    public void End()
    {
        _wasi?.End();
        _output?.End();
        _context = null;
        _cancellation = null;
    }

    /// <summary>Hands log output on, up to the limit; the rest is dropped and counted.</summary>
    public void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        var left = (int)Math.Clamp(Context.Limits.LogBytes - _logBytes, 0, utf8.Length);
        _logBytes += left;
        DroppedLogBytes += utf8.Length - left;
        if (left > 0) Context.Log(level, utf8[..left]);
    }

    /// <summary>Ends the guest with a fault.</summary>
    public HostResult Fail(InvocationFault fault)
    {
        Fault ??= fault;
        return HostResult.Unwind;
    }

    /// <summary>Ends the guest as it wished.</summary>
    public HostResult Exit(int code)
    {
        ExitCode ??= code;
        return HostResult.Unwind;
    }

    /// <summary>Ends the guest because the invocation was cancelled; the reason's fault is the outcome.</summary>
    public HostResult Cancelled() => Fail(Faults.Cancelled(Cancellation.Check()));
}
