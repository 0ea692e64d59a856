using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Cli.Tests;

/// <summary>Engines that this machine has.</summary>
internal static class CliEngines
{
    public static void SkipIfAbsent(string engine)
    {
        if (EngineChoice.Find(engine).WhyUnavailable() is { } why) Assert.Skip($"{engine}: {why}");
    }
}
