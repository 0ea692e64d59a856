using System.Threading.Tasks.Sources;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>
/// One invocation on its way through the runtime. Its owner (a connection, a harness thread) keeps it and uses it for one invocation after another:
/// <see cref="Begin"/>, <see cref="FunctionRuntime.InvokeAsync"/>, respond, <see cref="FunctionRuntime.Complete"/>. Made by <see cref="FunctionRuntime.NewInvocation"/>.
/// </summary>
public sealed class Invocation : IDisposable, IValueTaskSource<Outcome>
{
    private readonly Executor _executor;
    private readonly RunningInvocations _running;
    private DeployedFunction? _function;
    private InvocationContext? _context;
    private ManualResetValueTaskSourceCore<Outcome> _source = new() { RunContinuationsAsynchronously = true };
    private RunState _state;

    internal Invocation(TimeProvider time, Executor executor, RunningInvocations running)
    {
        Cancellation = new InvocationCancellation(time);
        _executor = executor;
        _running = running;
        running.Add(this);
    }

    /// <summary>Ends this invocation. Armed with the revision's timeout by <see cref="Begin"/>, so hook it up after that.</summary>
    public InvocationCancellation Cancellation { get; }

    /// <summary>The client's <c>traceparent</c>, for the ledger's record; set after <see cref="Begin"/>, which clears it.</summary>
    public string? TraceParent { get; set; }

    /// <summary>How it ended, from the end of <see cref="FunctionRuntime.InvokeAsync"/> on. Set it where the response failed afterwards, or where the invocation was refused before.</summary>
    public Outcome Outcome { get; set; }

    /// <summary>The revision.</summary>
    public DeployedFunction Function => _function ?? throw new InvalidOperationException("No invocation was begun.");

    internal InvocationContext Context => _context ?? throw new InvalidOperationException("No invocation was begun.");

    internal string Id { get; private set; } = "";

    /// <summary>Whether it holds a place in its function's concurrency limit.</summary>
    internal bool Admitted { get; set; }

    /// <summary>When it was admitted, ns.</summary>
    internal long ArrivedNs { get; set; }

    /// <summary>Whether its body was here when it was looked for.</summary>
    internal bool BodyPending { get; set; }

    /// <summary>The one after it in the line of its function for a guest thread.</summary>
    internal Invocation? NextInLine { get; set; }

    /// <summary>The mapped module that it uses.</summary>
    internal LoadedModule? Module { get; set; }

    /// <summary>The instance that it uses.</summary>
    internal WasmInstance? Instance { get; set; }

    /// <summary>Begins an invocation and arms its deadline. The context's ledger has been started by the caller.</summary>
    public void Begin(DeployedFunction function, InvocationContext context)
    {
        _function = function;
        _context = context;
        Id = context.InvocationId;
        TraceParent = null;
        Outcome = default;
        BodyPending = false;
        Cancellation.Arm(function.Revision.Limits.Timeout, context.Ledger.StartNs);
        _state.Begin();
    }

    /// <summary>Gives it up; no invocation of it may be under way.</summary>
    public void Dispose()
    {
        _running.Remove(this);
        Cancellation.Disarm();
    }

    internal bool IsUnderWay => _state.IsRunning;

    internal void End()
    {
        _state.End();
        Cancellation.Disarm();
        _function = null;
        _context = null;
    }

    /// <summary>Cancels it if it is under way and, where an id is given, has this one.</summary>
    internal bool Cancel(CancelReason reason, string? id)
    {
        if (!_state.TryHold()) return false;
        try
        {
            return (id is null || id == Id) && Cancellation.Request(reason);
        }
        finally
        {
            _state.Unhold();
        }
    }

    internal ValueTask<Outcome> QueueOn(GuestThreads threads)
    {
        _source.Reset();
        var task = new ValueTask<Outcome>(this, _source.Version);
        threads.Run(this);
        return task;
    }

    internal void RunOnGuestThread()
    {
        var run = _executor.Run(this);
        if (run.IsCompletedSuccessfully) _source.SetResult(run.Result);
        else _ = ForwardAsync(run);
    }

    private async Task ForwardAsync(ValueTask<Outcome> run) => _source.SetResult(await run.ConfigureAwait(false));

    Outcome IValueTaskSource<Outcome>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Outcome>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Outcome>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
