using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Compares what was asked of a target with what was read back from it: settings that silently do not apply are the commonest fault of comparisons.</summary>
internal static class ConfigurationCheck
{
    /// <summary>A warning for each setting that differs.</summary>
    /// <param name="target">The target's name.</param>
    /// <param name="asked">Name and value, as the target writes them.</param>
    /// <param name="found">As read back.</param>
    public static IEnumerable<RunWarning> Differences(string target, IEnumerable<KeyValuePair<string, string>> asked, TargetConfiguration found)
    {
        foreach (var (name, value) in asked)
            if (found.Settings.FirstOrDefault(s => s.Key == name) is { Key: not null, Value: var read } && read != value)
                yield return new RunWarning("configuration-differs", $"'{name}' was asked to be {value} and is {read}.", target);
    }

    /// <summary>What every target is asked.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Common(CpuSet cores, MemoryCgroup? memory)
    {
        yield return new(CommonSettings.CpuSet, string.Join(',', cores.Targets));
        yield return new(CommonSettings.Nice, "0");
        if (memory is not null) yield return new(CommonSettings.MemoryLimit, CommonSettings.Limit(memory.LimitBytes));
    }
}
