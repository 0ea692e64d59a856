namespace EvalFaaS.Harness.Targets;

/// <summary>A platform that can be measured. Stateless; each trial starts a run of it anew.</summary>
public interface ITarget
{
    /// <summary>The name in suites and reports.</summary>
    string Name { get; }

    /// <summary>What stands between a function and the rest of the machine, in a few words.</summary>
    string IsolatedBy { get; }

    /// <summary>Null where it can be measured here; else what is missing and how to have it.</summary>
    string? WhyUnavailable();

    /// <summary>Start states that it can force, as labels: <c>N0</c> to <c>N5</c>, with a variant after a slash where there are several (<c>N5/paused</c>).</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>What it can be measured for besides starts.</summary>
    TargetAbilities Abilities { get; }

    /// <summary>Starts its processes with the function in them.</summary>
    /// <exception cref="TargetException">It did not come up; the message has its last output.</exception>
    Task<ITargetRun> StartAsync(TargetSetup setup, CancellationToken cancellation);
}

/// <summary>What a target can be measured for.</summary>
[Flags]
public enum TargetAbilities
{
    /// <summary>Starts alone.</summary>
    None = 0,

    /// <summary>Serves HTTP under load.</summary>
    Load = 1,

    /// <summary>Holds many instances at once.</summary>
    Instances = 2,
}

/// <summary>A target did not do what measuring it needs.</summary>
public sealed class TargetException(string message, Exception? inner = null) : Exception(message, inner);
