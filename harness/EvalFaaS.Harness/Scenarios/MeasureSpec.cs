using System.Collections.Immutable;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>One measure of a suite; each of its targets, functions and states is a cell with one trial in every block.</summary>
public abstract record MeasureSpec
{
    /// <summary>Its name in the results, unique in the suite. Default: its kind, with a number where there are several.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks at.</summary>
    public abstract MeasureKind Kind { get; }

    /// <summary>Its place in a family of measures that differ in one value, or null.</summary>
    public SweepLevel? Level { get; init; }

    /// <summary>Who runs beside the function, of measures of latency and throughput; null: nobody.</summary>
    public NeighbourSpec? Neighbour { get; init; }

    /// <summary>The functions with their inputs, at least one.</summary>
    public required ImmutableArray<Workload> Functions { get; init; }

    /// <summary>Names of the suite's targets that it runs on. Default: all.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>
    /// The start states (see <see cref="StartStates"/>): each that a target has is a cell of its own, those that it does not have are left out.
    /// Empty: the target's usual one (a fresh instance for each request, or a server that stays). Never empty for starts.
    /// </summary>
    public ImmutableArray<string> States { get; init; } = [];
}

/// <summary>Forced starts, one after the other.</summary>
public sealed record StartMeasure : MeasureSpec
{
    /// <inheritdoc/>
    public override MeasureKind Kind => MeasureKind.Start;

    /// <summary>Starts in each trial, one after the other; so many storms where several start at once. Default 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Starts at the same moment. Default 1.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>How long a function just deployed is called before its starts are measured, where the target lives on between them. Default 120 ms.</summary>
    public TimeSpan WarmUp { get; init; } = DefaultWarmUp;

    /// <summary>The warm-up where a measure sets none.</summary>
    public static TimeSpan DefaultWarmUp { get; } = TimeSpan.FromMilliseconds(120);
}

/// <summary>Latency at a given rate.</summary>
public sealed record LatencyMeasure : MeasureSpec
{
    /// <inheritdoc/>
    public override MeasureKind Kind => MeasureKind.Latency;

    /// <summary>The load.</summary>
    public required OpenLoad Load { get; init; }
}

/// <summary>How much can be done at most.</summary>
public sealed record ThroughputMeasure : MeasureSpec
{
    /// <inheritdoc/>
    public override MeasureKind Kind => MeasureKind.Throughput;

    /// <summary>The load.</summary>
    public required ClosedLoad Load { get; init; }
}

/// <summary>Many deployed functions that nobody calls.</summary>
public sealed record DeployedMeasure : MeasureSpec
{
    /// <inheritdoc/>
    public override MeasureKind Kind => MeasureKind.Deployed;

    /// <summary>Functions deployed in one node, each from a module of its own. Default 1,000.</summary>
    public int Deployed { get; init; } = 1000;

    /// <summary>First calls to functions chosen at random. Default 100.</summary>
    public int Calls { get; init; } = 100;
}

/// <summary>Memory of live instances.</summary>
public sealed record MemoryMeasure : MeasureSpec
{
    /// <inheritdoc/>
    public override MeasureKind Kind => MeasureKind.Memory;

    /// <summary>How many instances are held live at once, after each has run once. Default 100.</summary>
    public int Instances { get; init; } = 100;
}
