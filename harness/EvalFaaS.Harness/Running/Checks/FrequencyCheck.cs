namespace EvalFaaS.Harness.Running;

/// <summary>A core that changes its frequency changes every time.</summary>
internal sealed class FrequencyCheck : IRunCheck
{
    private const string Governor = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", Boost = "/sys/devices/system/cpu/cpufreq/boost", NoTurbo = "/sys/devices/system/cpu/intel_pstate/no_turbo";

    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (Text(Governor) is { } governor && governor != "performance")
            yield return new("frequency-scaling", $"The processor's frequency follows its load (governor '{governor}'). For steadier times: cpupower frequency-set -g performance");
        if (Text(Boost) == "1" || Text(NoTurbo) == "0")
            yield return new("frequency-boost", "The processor may run faster than its rated frequency as long as it is cool: times depend on what ran before. It can be switched off in the firmware, or in /sys/devices/system/cpu.");
    }

    private static string? Text(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
