namespace EvalFaaS.Harness.Processes;

/// <summary>How often the kernel took a process's threads off a processor (proc(5): /proc/PID/task/TID/status).</summary>
internal static class ContextSwitches
{
    /// <summary>Voluntary and forced ones of all threads that live; those of ended threads are not known any more.</summary>
    public static long Of(int process)
    {
        long switches = 0;
        try
        {
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
                foreach (var line in File.ReadLines(Path.Combine(thread, "status")))
                    if (line.Contains("voluntary_ctxt_switches", StringComparison.Ordinal)) switches += long.Parse(line[(line.IndexOf(':') + 1)..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process or one of its threads ended meanwhile: what was read until then counts.
        }

        return switches;
    }
}
