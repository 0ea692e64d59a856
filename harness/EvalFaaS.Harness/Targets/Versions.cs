using System.Reflection;
using System.Text;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>Versions of what is here.</summary>
internal static class Versions
{
    /// <summary>Of EvalFaaS itself.</summary>
    public static string Own { get; } = typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>What a program of the search path says to <c>--version</c>, its first line; empty where there is no such program.</summary>
    public static string OfProgram(string name)
    {
        if (SearchPath.Find(name) is not { } path) return "";
        using var command = new SpawnedCommand([path, "--version"], SearchPath.Environment());
        return Encoding.UTF8.GetString(command.Run([], new MonotonicClock(TimeProvider.System)).Output).Split('\n')[0].Trim();
    }
}
