namespace EvalFaaS.Harness.Scenarios;

/// <summary>What a measure looks at. Written in files in lower case.</summary>
public enum MeasureKind
{
    /// <summary>Time from a request to the first byte of its answer out of a forced start state.</summary>
    Start,

    /// <summary>Time from the intended start to the last byte at an open-loop rate.</summary>
    Latency,

    /// <summary>Answers a second in a closed loop, with the CPU time each took.</summary>
    Throughput,

    /// <summary>Memory for each live instance.</summary>
    Memory,

    /// <summary>Memory of deployed functions that nobody calls, and the first call to one.</summary>
    Deployed,
}
