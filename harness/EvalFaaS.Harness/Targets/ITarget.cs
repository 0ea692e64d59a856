namespace EvalFaaS.Harness.Targets;

/// <summary>A platform that can be measured. Stateless; each block starts a run of it anew.</summary>
public interface ITarget
{
    /// <summary>The name in suites and reports.</summary>
    string Name { get; }

    /// <summary>What stands between a function and the rest of the machine, in a few words.</summary>
    string IsolatedBy { get; }

    /// <summary>Its licence and version, and where it is had.</summary>
    TargetOrigin Origin => TargetOrigin.Unstated;

    /// <summary>Where its times are taken: by a client over a connection, or inside the process that calls the function.</summary>
    string Observation => Data.TargetRecord.ObservedByClient;

    /// <summary>Null where it can be measured here; else what is missing and how to have it.</summary>
    string? WhyUnavailable();

    /// <summary>Installs it when a person asks for that; null where that is not EvalFaaS's to do.</summary>
    Func<CancellationToken, Task>? Install => null;

    /// <summary>Start states that it can force, as labels: <c>N0</c> to <c>N5</c>, with a variant after a slash where there are several (<c>N5/paused</c>).</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>Of these, those of which it can force many at the same moment.</summary>
    IReadOnlyList<string> StormStates => [];

    /// <summary>Those of its start states in which something that speaks HTTP is there before the request, at an address that stays: what can be measured behind the gateway.</summary>
    IReadOnlyList<string> ListeningStates => [.. States.Where(s => s is "N4" or "N5")];

    /// <summary>What of its phases can be seen, and what its stretches hold, in a sentence or two.</summary>
    string PhaseNotes => "Phases as the runtime's own ledger has them.";

    /// <summary>What it can be measured for besides starts.</summary>
    TargetAbilities Abilities { get; }

    /// <summary>Whether it runs functions' native programs: functions in languages without one are left out there.</summary>
    bool NeedsNative => false;

    /// <summary>Memory that a live instance takes at least, bytes: what a run is refused by when there is not as much. 0: nothing is known.</summary>
    long InstanceBytes => 0;

    /// <summary>Starts its processes.</summary>
    /// <param name="machine">Cores, memory limit, clock: the same for all targets of a run.</param>
    /// <param name="instances">Live instances that will be asked for at most; pools are sized for them. 0: as the target is by itself.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TargetException">They did not come up; the message has their last output.</exception>
    Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation);
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

    /// <summary>Takes many functions at once.</summary>
    Deployments = 4,

    /// <summary>Takes a function beside the measured one that fails as it likes.</summary>
    Neighbours = 8,
}

/// <summary>A target did not do what measuring it needs.</summary>
public sealed class TargetException(string message, Exception? inner = null) : Exception(message, inner);
