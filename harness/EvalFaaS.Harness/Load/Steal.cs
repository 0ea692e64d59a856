namespace EvalFaaS.Harness.Load;

/// <summary>CPU time that the hypervisor gave to others.</summary>
internal static class Steal
{
    private const long NsPerTick = 10_000_000;

    /// <summary>Since boot, all cores together, ns; 0 where the kernel keeps no count.</summary>
    public static long Ns()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 8 && long.TryParse(fields[8], out var ticks) ? ticks * NsPerTick : 0;
    }
}
