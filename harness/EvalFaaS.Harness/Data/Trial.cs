using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Data;

/// <summary>One trial: one cell (target, function, measure, state) in one block; one row of trials.csv.</summary>
public sealed record Trial
{
    /// <summary>The run's identity, the same in every row.</summary>
    public required string Run { get; init; }

    /// <summary>The block, from 1.</summary>
    public required int Block { get; init; }

    /// <summary>Number in the run, from 1, unique; the order in which trials ran.</summary>
    public required int Number { get; init; }

    /// <summary>Position inside its block, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>The workload's label.</summary>
    public required string Function { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    /// <summary>The measure's kind.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>The start state that every request of the trial is to find (see <see cref="StartStates"/>); requests that found another are counted and left out.</summary>
    public required string State { get; init; }

    /// <summary>Requests a second offered (open loop), or null.</summary>
    public double? OfferedPerSecond { get; init; }

    /// <summary>Connections used, or null.</summary>
    public int? Connections { get; init; }

    /// <summary>How long requests were offered, ns.</summary>
    public long DurationNs { get; init; }

    /// <summary>Requests sent.</summary>
    public long Issued { get; init; }

    /// <summary>Of these, answered rightly.</summary>
    public long Ok { get; init; }

    /// <summary>Of these, not.</summary>
    public long Failed { get; init; }

    /// <summary>Of those answered, how many were not in the state that the trial claims; they are counted here and left out of figures.</summary>
    public long InWrongState { get; init; }

    /// <summary>CPU time of the target with its daemons and children, ns.</summary>
    public long? CpuNs { get; init; }

    /// <summary>CPU time of the load generator, ns.</summary>
    public long? GeneratorCpuNs { get; init; }

    /// <summary>Page faults of the target with its daemons and children.</summary>
    public long? PageFaults { get; init; }

    /// <summary>Of these, those for which a page was read from disk.</summary>
    public long? MajorPageFaults { get; init; }

    /// <summary>Context switches of the target's threads, likewise.</summary>
    public long? ContextSwitches { get; init; }

    /// <summary>Bytes that the generator wrote to its sockets under load: heads and bodies of HTTP.</summary>
    public long? SentBytes { get; init; }

    /// <summary>Bytes that it read from them.</summary>
    public long? ReceivedBytes { get; init; }

    /// <summary>Resident memory of the target with its children at the end of the trial, bytes.</summary>
    public long? ResidentBytes { get; init; }

    /// <summary>Proportional set size likewise, bytes.</summary>
    public long? ProportionalBytes { get; init; }

    /// <summary>Resident memory before the first instance, bytes; 0 where the target starts from nothing.</summary>
    public long? BaselineResidentBytes { get; init; }

    /// <summary>Proportional set size before the first instance, bytes.</summary>
    public long? BaselineProportionalBytes { get; init; }

    /// <summary>Instances that were live when memory was read.</summary>
    public long? Instances { get; init; }

    /// <summary>Median of issued minus intended, ns.</summary>
    public long? ScheduleErrorP50Ns { get; init; }

    /// <summary>Its 99th percentile, ns.</summary>
    public long? ScheduleErrorP99Ns { get; init; }

    /// <summary>Its largest value, ns.</summary>
    public long? ScheduleErrorMaxNs { get; init; }

    /// <summary>CPU time that the hypervisor took away during the trial, all cores, ns.</summary>
    public long? StealNs { get; init; }

    /// <summary>Threads of the target with its children at the end of the trial.</summary>
    public long? Threads { get; init; }

    /// <summary>What became of the load beside the measured one; null where there was none.</summary>
    public SideCounts? Beside { get; init; }

    /// <summary>Modules that the target had loaded before the trial.</summary>
    public long? LoadsBefore { get; init; }

    /// <summary>Modules that it had loaded after it.</summary>
    public long? LoadsAfter { get; init; }

    /// <summary>What the function beside the measured one did, or null where there is none. CPU time, memory and page faults are then not read: they would be of both.</summary>
    public NeighbourDoings? Neighbour { get; init; }

    /// <summary>Why the trial gave nothing, or what ended it before its time; null where it went as planned. Such a trial is counted and enters no figure.</summary>
    public string? Error { get; init; }
}
