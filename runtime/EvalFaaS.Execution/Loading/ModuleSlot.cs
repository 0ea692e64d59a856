using System.Collections.Immutable;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The place of one module under one engine and trust domain: mapped now, being loaded, or neither. Shared by all revisions that have the same module.</summary>
internal sealed class ModuleSlot(CodeKey key)
{
    private LoadedModule? _current;
    private long _lastUsedNs = long.MinValue;

    public CodeKey Key { get; } = key;

    /// <summary>For loading and unmapping, never for invocations.</summary>
    public Lock Lock { get; } = new();

    /// <summary>The load under way.</summary>
    public LoadFlight? Flight { get; set; }

    /// <summary>The module as inspected, once it has been.</summary>
    public ModuleFile? File { get; set; }

    /// <summary>Where the module can be had again.</summary>
    public ModuleReference? Source { get; set; }

    /// <summary>Revisions that have this module.</summary>
    public ImmutableArray<DeployedFunction> Functions { get; set; } = [];

    /// <summary>Why it is not mapped.</summary>
    public ColdCause Cause { get; set; } = ColdCause.FirstUse;

    /// <summary>How long its last load took, ns; 0 before the first.</summary>
    public long LoadNs { get; set; }

    /// <summary>Bytes of its code on disk, mapped when it is loaded; 0 before the first load.</summary>
    public long CodeBytes { get; set; }

    /// <summary>What is mapped now.</summary>
    public LoadedModule? Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>When it was last used, ns, to the millisecond.</summary>
    public long LastUsedNs => Volatile.Read(ref _lastUsedNs);

    /// <summary>Begins to use what is mapped, or null.</summary>
    public LoadedModule? TryAcquire(long nowNs)
    {
        var current = Current;
        if (current is null || !current.TryAcquire()) return null;
        Touch(nowNs);
        return current;
    }

    /// <summary>Notes a use. Written rarely, so that cores that serve the same function do not fight over it.</summary>
    public void Touch(long nowNs)
    {
        if (nowNs - _lastUsedNs is > 1_000_000 or < 0) Volatile.Write(ref _lastUsedNs, nowNs);
    }
}
