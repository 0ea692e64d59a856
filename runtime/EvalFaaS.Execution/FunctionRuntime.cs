using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>A node's execution: its functions, their modules and instances, and the way of an invocation from admission to its record. Safe for any number of threads.</summary>
public sealed class FunctionRuntime : IAsyncDisposable
{
    private readonly RuntimeParts _parts;

    private FunctionRuntime(RuntimeParts parts) => _parts = parts;

    /// <summary>The options it was opened with.</summary>
    public RuntimeOptions Options => _parts.Options;

    /// <summary>The engines.</summary>
    public EngineSet Engines => _parts.Engines;

    /// <summary>The ledgers of the last invocations.</summary>
    public RecentInvocations Recent => _parts.Recent;

    /// <summary>What has been done since the start; proves start states.</summary>
    public RuntimeCounters Counters => _parts.Counters;

    /// <summary>What is kept loaded, for how long, and why.</summary>
    public KeepAlive KeepAlive => _parts.KeepAlive;

    /// <summary>What is made ready ahead of calls, and why.</summary>
    public WarmUp WarmUp => _parts.WarmUp;

    /// <summary>What is let in, waits or is refused, and why.</summary>
    public Admission Admission => _parts.Admission;

    /// <summary>Distribution of each phase for each start state.</summary>
    public PhaseHistograms Phases => _parts.Phases;

    /// <summary>Whether it drains: new invocations are refused.</summary>
    public bool Draining => _parts.Running.Draining;

    /// <summary>Invocations under way, their responses included.</summary>
    public int UnderWay => _parts.Running.Count;

    /// <summary>Opens the data directory and serves what is deployed there.</summary>
    /// <exception cref="FaultException">An option is wrong, or the directory cannot be read and written.</exception>
    public static Task<FunctionRuntime> OpenAsync(
        RuntimeOptions options, IReadOnlyList<IEngineProvider> engines, TimeProvider time, ILoggerFactory logging, CancellationToken cancellation) =>
        // Reading the catalogue is work for the disk, not for the caller's thread.
        Task.Run(() => Open(options, engines, time, logging, new DiskFileLayer(), StandardImports.All), cancellation);

    internal static FunctionRuntime Open(
        RuntimeOptions options, IReadOnlyList<IEngineProvider> engines, TimeProvider time, ILoggerFactory logging, IFileLayer files, HostImports imports)
    {
        if (options.Validate() is { Count: > 0 } problems)
            throw new FaultException(FaultKind.InvalidRequest, "configuration", string.Join(" ", problems));
        try
        {
            return new FunctionRuntime(new RuntimeParts(options, engines, time, logging, files, imports));
        }
        catch (PolicyException e)
        {
            throw new FaultException(FaultKind.InvalidRequest, "configuration", e.Message, inner: e);
        }
    }

    /// <summary>Deploys a revision; it is durable and served when this returns.</summary>
    /// <exception cref="FaultException">The request, the module or the disk is at fault; what was served before is served on.</exception>
    public Task<FunctionRevision> DeployAsync(DeployRequest request, CancellationToken cancellation) =>
        Task.Run(() => _parts.Deployment.DeployAsync(request, cancellation), cancellation);

    /// <summary>The current revision of a function, or null. Does not allocate.</summary>
    public DeployedFunction? Find(ReadOnlySpan<char> ns, ReadOnlySpan<char> name) => _parts.Catalogue.Snapshot.Find(ns, name)?.Current;

    /// <summary>A revision of a function, or null. Does not allocate.</summary>
    public DeployedFunction? Find(ReadOnlySpan<char> ns, ReadOnlySpan<char> name, ReadOnlySpan<char> revision) =>
        _parts.Catalogue.Snapshot.Find(ns, name)?.Revision(revision);

    /// <summary>The current revisions of all functions of a namespace (null: of all), by name.</summary>
    public IReadOnlyList<DeployedFunction> List(string? ns) =>
        [.. _parts.Catalogue.Snapshot.In(ns).Select(e => e.Current).OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>All revisions of a function, newest first; empty where there is no such function.</summary>
    public IReadOnlyList<DeployedFunction> Revisions(FunctionName function) =>
        _parts.Catalogue.Snapshot.Find(function.Namespace, function.Name) is { } entry ? [.. entry.Revisions.Reverse()] : [];

    /// <summary>Deletes a function with all its revisions; what runs of it runs on to its end.</summary>
    /// <returns>False where there is no such function.</returns>
    /// <exception cref="FaultException">The disk failed; the function is served on.</exception>
    public Task<bool> DeleteAsync(FunctionName function, CancellationToken cancellation) => Task.Run(
        () =>
        {
            if (!_parts.Catalogue.Remove(function)) return false;
            _parts.Meters.Remove(function);
            return true;
        },
        cancellation);

    /// <summary>An invocation to be used again and again by one owner, who disposes it.</summary>
    public Invocation NewInvocation() => new(_parts.Time, _parts.Executor, _parts.Running);

    /// <summary>
    /// Admits, acquires and runs an invocation that was begun. Marks queue, fetch, verify, compile, load, instantiate, init and execute in the context's ledger and sets
    /// its start state, cause and instance. Never throws for what a function, a client or the disk does: that is the outcome's fault.
    /// Completes synchronously, on the caller's thread, where nothing has to be waited for.
    /// </summary>
    /// <remarks>Queue includes the wait for a small body (up to 64 KiB) that has not arrived: until it is here, the invocation holds neither a thread nor a place.</remarks>
    public ValueTask<Outcome> InvokeAsync(Invocation invocation) => _parts.Executor.InvokeAsync(invocation);

    /// <summary>
    /// Gives back what the invocation holds: its instance (thrown away or pooled), the mapped code, its place in the concurrency limit. Recorded as cleanup, off the total.
    /// <see cref="Complete"/> does it where it has not been done; call it before waiting for a slow client.
    /// </summary>
    public void Release(Invocation invocation) => _parts.End.Release(invocation);

    /// <summary>Ends an invocation after its response: gives back what it still holds and records its ledger. Must be called once for each <see cref="Invocation.Begin"/>.</summary>
    public void Complete(Invocation invocation) => _parts.End.Complete(invocation);

    /// <summary>Ends a running invocation with <see cref="CancelReason.Kill"/>.</summary>
    /// <returns>False where none of this id runs.</returns>
    public bool Kill(string invocationId) => _parts.Running.Cancel(invocationId, CancelReason.Kill);

    /// <summary>Counts of invocations and faults by function, for a bounded number of functions; the last entry counts the others together.</summary>
    public IReadOnlyList<FunctionCount> FunctionCounts() => _parts.Meters.Read();

    /// <summary>
    /// Brings a revision into a start state, so that the next call finds it there: N1 (compiled code removed), N2 (its pages dropped from the page cache),
    /// N3 (unmapped), N4 (mapped, no idle instance).
    /// </summary>
    /// <returns>
    /// Null, or in a sentence why it could not be done: its module is in use, the page cache keeps it (as on a tmpfs), its engine has no compiled code (N1),
    /// or the state needs a call (N0, N5).
    /// </returns>
    public Task<string?> ForceAsync(DeployedFunction function, StartState state, CancellationToken cancellation) =>
        _parts.Forcer.ForceAsync(function, state, cancellation);

    /// <summary>Refuses new invocations, waits for those under way, and cancels what is left after the grace with <see cref="CancelReason.Drain"/>. Returns when none is left.</summary>
    public Task DrainAsync(TimeSpan grace) => _parts.Running.DrainAsync(grace, _parts.Time);

    /// <summary>Unmaps everything and gives the data directory back. Invocations have ended by then: see <see cref="DrainAsync"/>.</summary>
    public ValueTask DisposeAsync()
    {
        _parts.Dispose();
        return ValueTask.CompletedTask;
    }
}
