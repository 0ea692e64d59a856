using EvalFaaS.Engines;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>A node's execution: its functions, their modules and instances, and the way of an invocation from admission to its record. Safe for any number of threads.</summary>
public sealed class FunctionRuntime : IAsyncDisposable
{
    private FunctionRuntime()
    {
    }

    /// <summary>Opens the data directory and serves what is deployed there.</summary>
    /// <exception cref="FaultException">An option is wrong, or the directory cannot be read and written.</exception>
    public static Task<FunctionRuntime> OpenAsync(
        RuntimeOptions options, IReadOnlyList<IEngineProvider> engines, TimeProvider time, ILoggerFactory logging, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The options it was opened with.</summary>
    public RuntimeOptions Options => throw new NotImplementedException();

    /// <summary>The engines.</summary>
    public EngineSet Engines => throw new NotImplementedException();

    /// <summary>The ledgers of the last invocations.</summary>
    public RecentInvocations Recent => throw new NotImplementedException();

    /// <summary>What has been done since the start; proves start states.</summary>
    public RuntimeCounters Counters => throw new NotImplementedException();

    /// <summary>Distribution of each phase for each start state.</summary>
    public PhaseHistograms Phases => throw new NotImplementedException();

    /// <summary>Counts of invocations and faults of functions, a bounded number of them by name.</summary>
    public IReadOnlyList<FunctionCount> FunctionCounts() => throw new NotImplementedException();

    /// <summary>Whether it drains: new invocations are refused.</summary>
    public bool Draining => throw new NotImplementedException();

    /// <summary>Deploys a revision; it is durable and served when this returns.</summary>
    /// <exception cref="FaultException">The request, the module or the disk is at fault; nothing has changed then.</exception>
    public Task<FunctionRevision> DeployAsync(DeployRequest request, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The current revision of a function, or null. Does not allocate.</summary>
    public DeployedFunction? Find(ReadOnlySpan<char> ns, ReadOnlySpan<char> name) => throw new NotImplementedException();

    /// <summary>A revision of a function, or null. Does not allocate.</summary>
    public DeployedFunction? Find(ReadOnlySpan<char> ns, ReadOnlySpan<char> name, ReadOnlySpan<char> revision) => throw new NotImplementedException();

    /// <summary>The current revisions of all functions of a namespace (null: of all), by name.</summary>
    public IReadOnlyList<DeployedFunction> List(string? ns) => throw new NotImplementedException();

    /// <summary>All revisions of a function, newest first; empty where there is no such function.</summary>
    public IReadOnlyList<DeployedFunction> Revisions(FunctionName function) => throw new NotImplementedException();

    /// <summary>Deletes a function with all its revisions; what runs of it runs on to its end.</summary>
    /// <returns>False where there is no such function.</returns>
    public Task<bool> DeleteAsync(FunctionName function, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>An invocation to be used again and again by one owner.</summary>
    public Invocation NewInvocation() => throw new NotImplementedException();

    /// <summary>
    /// Admits, acquires and runs an invocation that was begun. Marks queue, fetch, verify, compile, load, instantiate, init and execute in the context's ledger and sets
    /// its start state, cause and instance. Never throws for what a function, a client or the disk does: that is the outcome's fault.
    /// Completes synchronously, on the caller's thread, where nothing has to be waited for.
    /// </summary>
    public ValueTask<Outcome> InvokeAsync(Invocation invocation) => throw new NotImplementedException();

    /// <summary>
    /// Gives back what the invocation holds: its instance (thrown away or pooled), the mapped code, its place in the concurrency limit. Recorded as cleanup, off the total.
    /// <see cref="Complete"/> does it where it has not been done; call it before waiting for a slow client.
    /// </summary>
    public void Release(Invocation invocation) => throw new NotImplementedException();

    /// <summary>Ends an invocation after its response: gives back what it still holds and records its ledger. Must be called once for each <see cref="Invocation.Begin"/>.</summary>
    public void Complete(Invocation invocation) => throw new NotImplementedException();

    /// <summary>Ends a running invocation with <see cref="CancelReason.Kill"/>.</summary>
    /// <returns>False where none of this id runs.</returns>
    public bool Kill(string invocationId) => throw new NotImplementedException();

    /// <summary>Brings a revision into a start state, so that the next call finds it there: N1 (compiled code removed), N2 (its pages dropped from the page cache), N3 (unmapped), N4 (mapped, no idle instance).</summary>
    /// <returns>False where it could not be done because invocations of the module run.</returns>
    public Task<bool> ForceAsync(DeployedFunction function, StartState state, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Refuses new invocations, waits for those under way, and cancels what is left after the grace with <see cref="CancelReason.Drain"/>. Returns when none is left.</summary>
    public Task DrainAsync(TimeSpan grace) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
