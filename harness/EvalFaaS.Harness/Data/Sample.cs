using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Data;

/// <summary>One request of a trial: one row of samples.csv. Times are ns from the run's monotonic origin.</summary>
/// <remarks>Run, block, trial, target, function, measure and wanted state are the trial's and are written from there.</remarks>
public record struct Sample
{
    /// <summary>What an answer that was right is called in <see cref="Outcome"/>.</summary>
    public const string Ok = "ok";

    /// <summary>Number in the trial, from 0, in the order of intended times.</summary>
    public int Number { get; set; }

    /// <summary>The state it really started from (see <see cref="Scenarios.StartStates"/>), or null where unknown.</summary>
    public string? StartState { get; set; }

    /// <summary>Why it was cold, kebab case, or null.</summary>
    public string? Cause { get; set; }

    /// <summary>When it should have been sent.</summary>
    public long IntendedNs { get; set; }

    /// <summary>When it was sent.</summary>
    public long IssuedNs { get; set; }

    /// <summary>When the first byte of its answer was there, or null when none came.</summary>
    public long? FirstByteNs { get; set; }

    /// <summary>When the last byte of its answer was there, or null when it never was.</summary>
    public long? LastByteNs { get; set; }

    /// <summary><see cref="Ok"/>, or what went wrong in kebab case, for example <c>timeout</c>, <c>http-502</c>, <c>wrong-answer</c>.</summary>
    public string Outcome { get; set; }

    /// <summary>Identity of the instance that answered, or null where unknown.</summary>
    public long? InstanceId { get; set; }

    /// <summary>Digest of the target's configuration as read back, or null.</summary>
    public string? ConfigurationDigest { get; set; }

    /// <summary>Whether it started from this state, or nobody can tell.</summary>
    public readonly bool IsIn(string state) => StartState is null || StartState == state;

    /// <summary>
    /// Its time in a trial, ns: from the intended start to the first byte of a start, to the last byte under load; null where it does not count, since it was
    /// not answered rightly or not from the trial's state.
    /// </summary>
    public readonly long? TimeIn(Trial trial) =>
        Outcome == Ok && IsIn(trial.State) ? (trial.Kind == MeasureKind.Start ? FirstByteNs : LastByteNs) - IntendedNs : null;

    /// <summary>Label of the function that was asked, where the trial's is a mix of several; else null.</summary>
    public string? Part { get; set; }

    /// <summary>Phases, as far as known.</summary>
    public PhaseDurations Phases;
}
