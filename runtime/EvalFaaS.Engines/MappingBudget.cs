namespace EvalFaaS.Engines;

/// <summary>
/// The process's budget of memory mappings, shared by instance pools and mapped modules:
/// the kernel ends a process's luck at <c>vm.max_map_count</c>, so nobody may pass it.
/// </summary>
public sealed class MappingBudget
{
    private const int KernelDefault = 65_530;
    private long _used;

    /// <summary>A budget of this many mappings.</summary>
    public MappingBudget(long total) => Total = total;

    /// <summary>Mappings that may be reserved.</summary>
    public long Total { get; }

    /// <summary>Mappings reserved.</summary>
    public long Used => Volatile.Read(ref _used);

    /// <summary>Nine tenths of what the kernel allows: the rest is left to the runtime itself.</summary>
    public static MappingBudget OfMachine()
    {
        var text = File.Exists("/proc/sys/vm/max_map_count") ? File.ReadAllText("/proc/sys/vm/max_map_count") : "";
        return new MappingBudget((long.TryParse(text, out var count) ? count : KernelDefault) * 9 / 10);
    }

    /// <summary>Reserves, or false when so many are not left.</summary>
    public bool TryReserve(int mappings)
    {
        if (Interlocked.Add(ref _used, mappings) <= Total) return true;
        Interlocked.Add(ref _used, -mappings);
        return false;
    }

    /// <summary>Gives back.</summary>
    public void Release(int mappings) => Interlocked.Add(ref _used, -mappings);
}
