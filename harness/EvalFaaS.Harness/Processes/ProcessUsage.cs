namespace EvalFaaS.Harness.Processes;

/// <summary>What a target's processes used, daemons and children included.</summary>
/// <param name="CpuNs">User and system time since each process's start, of those that live and of their ended children, ns (in the kernel's ticks, usually 10 ms).</param>
/// <param name="ResidentBytes">Resident set size, shared pages counted in each process.</param>
/// <param name="ProportionalBytes">Proportional set size: shared pages divided among those who share them.</param>
/// <param name="Descriptors">Open descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Processes">How many there were.</param>
public readonly record struct ProcessUsage(long CpuNs, long ResidentBytes, long ProportionalBytes, long Descriptors, long Threads, int Processes)
{
    private const long TicksPerSecond = 100;

    /// <summary>Page faults since each process's start, those of ended children included.</summary>
    public long PageFaults { get; init; }

    /// <summary>Of these, those for which a page was read from disk.</summary>
    public long MajorPageFaults { get; init; }

    /// <summary>Context switches of all threads that live.</summary>
    public long ContextSwitches { get; init; }

    /// <summary>Sums these processes and all their descendants.</summary>
    public static ProcessUsage Of(IEnumerable<int> roots, bool memory = true)
    {
        var all = Descendants(roots);
        long cpu = 0, resident = 0, proportional = 0, descriptors = 0, threads = 0, faults = 0, major = 0, switches = 0;
        foreach (var id in all)
        {
            if (Stat(id) is not { } stat) continue;
            cpu += stat.Ticks * (1_000_000_000 / TicksPerSecond);
            faults += stat.Faults;
            major += stat.Major;
            switches += Harness.Processes.ContextSwitches.Of(id);
            if (!memory) continue;
            Add(id, ref resident, ref proportional);
            descriptors += Count($"/proc/{id}/fd");
            threads += Count($"/proc/{id}/task");
        }

        return new ProcessUsage(cpu, resident, proportional, descriptors, threads, all.Count) { PageFaults = faults, MajorPageFaults = major, ContextSwitches = switches };
    }

    /// <summary>Of both together.</summary>
    public static ProcessUsage operator +(ProcessUsage a, ProcessUsage b) =>
        new(a.CpuNs + b.CpuNs, a.ResidentBytes + b.ResidentBytes, a.ProportionalBytes + b.ProportionalBytes, a.Descriptors + b.Descriptors, a.Threads + b.Threads, a.Processes + b.Processes)
        {
            PageFaults = a.PageFaults + b.PageFaults,
            MajorPageFaults = a.MajorPageFaults + b.MajorPageFaults,
            ContextSwitches = a.ContextSwitches + b.ContextSwitches,
        };

    /// <summary>A process's parent and the first 15 letters of its program's name, or null where it is gone.</summary>
    public static (int Id, string Name)? ParentOf(int process)
    {
        if (Stat(process) is not { Parent: var parent } || Stat(parent) is null) return null;
        try
        {
            return (parent, File.ReadAllText($"/proc/{parent}/comm").TrimEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static HashSet<int> Descendants(IEnumerable<int> roots)
    {
        var found = new HashSet<int>(roots);
        var parents = new List<(int Id, int Parent)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var id) && Stat(id) is { } stat) parents.Add((id, stat.Parent));
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (id, parent) in parents) grew |= found.Contains(parent) && found.Add(id);
        }

        return found;
    }

    private static (int Parent, long Ticks, long Faults, long Major)? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            // The name, in parentheses, may hold anything; the fields are counted from behind it (proc(5)).
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            long Sum(params int[] at) => at.Sum(i => long.Parse(fields[i]));
            return (int.Parse(fields[1]), Sum(11, 12, 13, 14), Sum(7, 8, 9, 10), Sum(9, 10));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Add(int id, ref long resident, ref long proportional)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{id}/smaps_rollup"))
            {
                if (line.StartsWith("Rss:", StringComparison.Ordinal)) resident += Kilobytes(line);
                else if (line.StartsWith("Pss:", StringComparison.Ordinal)) proportional += Kilobytes(line);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ended, or belongs to another user: nothing to add.
        }
    }

    private static int Count(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Count();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Likewise.
            return 0;
        }
    }

    private static long Kilobytes(string line) =>
        long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
