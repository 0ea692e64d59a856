namespace EvalFaaS.Harness.Processes;

/// <summary>Whether a process that is nobody's child here still runs.</summary>
internal static class ProcessLife
{
    /// <summary>Whether it is gone, or dead and only not yet waited for by its parent (state Z or X of proc(5)), which may take as long as that likes.</summary>
    public static bool HasEnded(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is 'Z' or 'X';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
