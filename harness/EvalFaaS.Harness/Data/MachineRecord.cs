using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>The machine and the conditions on it. What could not be read is empty or null.</summary>
public sealed record MachineRecord
{
    /// <summary>CPU model.</summary>
    public string Cpu { get; init; } = "";

    /// <summary>Processors that this run may use.</summary>
    public int LogicalProcessors { get; init; }

    /// <summary>Memory, bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Kernel name and release.</summary>
    public string Kernel { get; init; } = "";

    /// <summary>Distribution.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>Hypervisor or container, as far as it shows.</summary>
    public string Virtualisation { get; init; } = "";

    /// <summary>.NET runtime.</summary>
    public string DotNet { get; init; } = "";

    /// <summary>GC mode, tiering and profile-guided optimisation of the harness.</summary>
    public string DotNetSettings { get; init; } = "";

    /// <summary>Processors that the targets were pinned to, as in <c>0-1,4</c>.</summary>
    public string TargetProcessors { get; init; } = "";

    /// <summary>Processors that the generator was pinned to.</summary>
    public string GeneratorProcessors { get; init; } = "";

    /// <summary>Whether these are hyper-threads of one core; null where unknown.</summary>
    public bool? Siblings { get; init; }

    /// <summary>Requests a second that the generator reached against nothing but a canned reply, or null.</summary>
    public double? GeneratorCeilingPerSecond { get; init; }

    /// <summary>Anything else worth keeping (cgroup limits, frequency governor, clock source, ...), in the order of the table.</summary>
    public ImmutableArray<Setting> Details { get; init; } = [];
}

/// <summary>One named value.</summary>
/// <param name="Name">What it is, with its unit where it has one.</param>
/// <param name="Value">As read.</param>
/// <param name="Source">Where it was read: <c>set</c>, <c>read</c>, <c>default</c>, or empty.</param>
public sealed record Setting(string Name, string Value, string Source = "");
