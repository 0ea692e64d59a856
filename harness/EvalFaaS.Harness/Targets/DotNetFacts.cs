using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>Configuration of a target that is a .NET process, as read back from it.</summary>
internal static class DotNetFacts
{
    private static readonly string[] Variables = ["DOTNET_gcServer", "DOTNET_gcConcurrent", "DOTNET_TieredPGO", "DOTNET_TieredCompilation", "DOTNET_ReadyToRun", "DOTNET_PROCESSOR_COUNT"];

    public static TargetConfiguration Read(ServerProcess server, MeasuringMachine machine)
    {
        var settings = CommonSettings.Read(server.Id);
        var environment = File.ReadAllText($"/proc/{server.Id}/environ").Split('\0')
            .Select(v => v.Split('=', 2)).Where(p => p.Length == 2 && Variables.Contains(p[0]));
        settings.Add(new(".NET settings", string.Join(' ', environment.Select(p => $"{p[0]}={p[1]}")) is { Length: > 0 } set ? set : "as the program's runtimeconfig.json has them"));
        return new TargetConfiguration(settings, []);
    }
}
