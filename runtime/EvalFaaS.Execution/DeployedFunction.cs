using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>One revision as this node serves it: what is known of it, and the live state that its invocations share.</summary>
public sealed class DeployedFunction
{
    private FunctionMeter? _meter;
    private Provision? _wanted;
    private int _workerLost;
    private long _peakMemoryBytes;

    internal DeployedFunction(FunctionRevision revision, ModuleReference? source, ModuleSlot slot, RuntimeOptions options, Admission admission, RuntimeCounters counters)
    {
        Revision = revision;
        Source = source;
        Slot = slot;
        Name = revision.Name.ToString();
        Environment = new GuestEnvironment
        {
            Name = Name,
            Arguments = revision.Arguments,
            Variables = revision.Environment,
            Directories = revision.Directories,
            Scratch = revision.Scratch,
        };
        Pace = new Pace(options.GuestThreadThreshold);
        Gate = new AdmissionGate(revision.Concurrency, revision.QueueLength, Name, admission.RuleFor(revision, Name, Pace));
        Pool = revision.MaxInvocations == 1
            ? null
            : new InstancePool(Math.Min(options.IdleInstances, revision.Concurrency), revision.MaxInvocations, counters);
    }

    /// <summary>Everything that decides how a request to it is answered.</summary>
    public FunctionRevision Revision { get; }

    /// <summary><c>namespace/name@revision</c>, made once.</summary>
    public string Name { get; }

    /// <summary>What its guests find around them, made once.</summary>
    public GuestEnvironment Environment { get; }

    /// <summary>Where its module came from, or null where it was sent.</summary>
    public ModuleReference? Source { get; }

    /// <summary>Invocations that run now.</summary>
    public int Running => Gate.Running;

    /// <summary>Invocations that wait for admission now.</summary>
    public int Waiting => Gate.Waiting;

    /// <summary>Idle instances kept for reuse.</summary>
    public int IdleInstances => Pool?.Idle ?? 0;

    /// <summary>Whether its code is mapped now.</summary>
    public bool IsLoaded => Slot.Current is not null;

    /// <summary>How far it has been made ready ahead of calls, where a warm-up policy wants that.</summary>
    public ProvisionStatus Provisioned => Wanted?.StatusOf(this) ?? ProvisionStatus.NotProvisioned;

    /// <summary>Bytes of its code on disk, which are mapped when it is loaded; 0 before its first load.</summary>
    public long CodeBytes => Slot.CodeBytes;

    /// <summary>How long its code took to load the last time, ns; 0 before its first load.</summary>
    public long LoadNs => Slot.LoadNs;

    /// <summary>The most linear memory that an invocation has had, bytes; 0 where the engine does not show it.</summary>
    public long PeakMemoryBytes => Volatile.Read(ref _peakMemoryBytes);

    /// <summary>When a refused client may try again: the time in which the queue should have emptied, 1 s to 60 s.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var seconds = Pace.AverageNs / 1e9 * (Gate.Waiting + 1) / Revision.Concurrency;
            return TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(seconds), 1, 60));
        }
    }

    internal ModuleSlot Slot { get; }

    internal AdmissionGate Gate { get; }

    /// <summary>Null where each invocation gets a fresh instance.</summary>
    internal InstancePool? Pool { get; }

    internal Pace Pace { get; }

    /// <summary>What it holds of the guest threads. Only under their lock.</summary>
    internal GuestShare Share { get; } = new();

    /// <summary>What keep-alive knows of it: null until it has been told anything. Only under the keeper's lock.</summary>
    internal KeptFunction? Kept { get; set; }

    /// <summary>What a warm-up policy wants ready now, or null. Written by the keeper alone.</summary>
    internal Provision? Wanted
    {
        get => Volatile.Read(ref _wanted);
        set => Volatile.Write(ref _wanted, value);
    }

    /// <summary>Whether it took over from another revision while this node ran.</summary>
    internal bool Succeeds { get; init; }

    /// <summary>Whether an instance is thrown away after its next invocation.</summary>
    internal bool IsLast(WasmInstance instance) => Revision.MaxInvocations is > 0 and var maximum && instance.Invocations + 1 >= maximum;

    internal FunctionMeter Meter(FunctionMeters meters) => _meter ??= meters.For(Revision.Name.Function);

    /// <summary>Notes how much memory an invocation had. Written rarely, so that cores that serve the same function do not fight over it.</summary>
    internal void NoteMemory(long bytes)
    {
        while (Volatile.Read(ref _peakMemoryBytes) is var peak && bytes > peak && Interlocked.CompareExchange(ref _peakMemoryBytes, bytes, peak) != peak) { }
    }

    /// <summary>Notes that the worker that held its instance died, for the next one's cause.</summary>
    internal void NoteWorkerLost() => Volatile.Write(ref _workerLost, 1);

    /// <summary>Whether a worker died since this was last asked.</summary>
    internal bool TakeWorkerLost() => Volatile.Read(ref _workerLost) != 0 && Interlocked.Exchange(ref _workerLost, 0) != 0;
}
