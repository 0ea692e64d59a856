namespace EvalFaaS.Simulator.Validation;

/// <summary>How the table is made.</summary>
public sealed record ValidationOptions
{
    /// <summary>Length of the runs; 1, the default, is what is published.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Threads. Default one a core; the result does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>SimFaaS's table, exp.csv; null where it is absent.</summary>
    public string? SimFaasTable { get; init; }
}
