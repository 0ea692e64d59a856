namespace EvalFaaS.Policies;

/// <summary>What a function did, as far as its settings depend on it.</summary>
public sealed record FunctionHistory
{
    /// <summary>Its calls, in the order of time; at least one.</summary>
    public required IReadOnlyList<PastCall> Calls { get; init; }

    /// <summary>How long the history is, seconds: to the end of its last call or longer.</summary>
    public required double Seconds { get; init; }

    /// <summary>What a call waits for where the code is not loaded, seconds.</summary>
    public required double LoadSeconds { get; init; }

    /// <summary>What a call waits for its fresh instance, seconds; an instance that is reused costs nothing.</summary>
    public required double InstanceSeconds { get; init; }

    /// <summary>Memory of the loaded code, MiB.</summary>
    public required double CodeMiB { get; init; }

    /// <summary>Memory of one instance, MiB.</summary>
    public required double InstanceMiB { get; init; }

    /// <summary>The most memory that a call has had, MiB; null where nobody has looked.</summary>
    public double? PeakMiB { get; init; }
}

/// <summary>A call of a history.</summary>
/// <param name="At">When it arrived, seconds.</param>
/// <param name="Seconds">Its own work, without loading and instantiation.</param>
public readonly record struct PastCall(double At, double Seconds);
