using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>
/// One invocation on its way through the runtime. Its owner (a connection, a harness thread) keeps it and uses it for one invocation after another:
/// <see cref="Begin"/>, <see cref="FunctionRuntime.InvokeAsync"/>, respond, <see cref="FunctionRuntime.Complete"/>. Made by <see cref="FunctionRuntime.NewInvocation"/>.
/// </summary>
public sealed class Invocation : IDisposable
{
    private DeployedFunction? _function;
    private InvocationContext? _context;

    internal Invocation(TimeProvider time) => Cancellation = new InvocationCancellation(time);

    /// <summary>Ends this invocation. Armed with the revision's timeout by <see cref="Begin"/>, so hook it up after that.</summary>
    public InvocationCancellation Cancellation { get; }

    /// <summary>The client's <c>traceparent</c>, for the ledger's record; set after <see cref="Begin"/>, which clears it.</summary>
    public string? TraceParent { get; set; }

    /// <summary>How it ended, from the end of <see cref="FunctionRuntime.InvokeAsync"/> on.</summary>
    public Outcome Outcome { get; internal set; }

    internal DeployedFunction Function => _function ?? throw new InvalidOperationException("No invocation was begun.");

    internal InvocationContext Context => _context ?? throw new InvalidOperationException("No invocation was begun.");

    /// <summary>Begins an invocation and arms its deadline. The context's ledger has been started by the caller.</summary>
    public void Begin(DeployedFunction function, InvocationContext context)
    {
        _function = function;
        _context = context;
        TraceParent = null;
        Outcome = default;
        Cancellation.Arm(function.Revision.Limits.Timeout);
    }

    /// <summary>Gives it up; no invocation of it may be under way.</summary>
    public void Dispose() => Cancellation.Disarm();
}
