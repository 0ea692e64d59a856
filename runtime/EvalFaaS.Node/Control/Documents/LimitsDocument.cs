using EvalFaaS.Model;

namespace EvalFaaS.Node.Control;

/// <summary>What one invocation may use.</summary>
public sealed record LimitsDocument
{
    /// <summary>Linear memory, bytes. 64 KiB to 4 GiB.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>From admission to the last byte of the answer, ms. 1 to 3,600,000.</summary>
    public double? TimeoutMs { get; init; }

    /// <summary>Elements of all tables.</summary>
    public int? TableElements { get; init; }

    /// <summary>Bytes of request body.</summary>
    public long? RequestBytes { get; init; }

    /// <summary>Bytes of response body.</summary>
    public long? ResponseBytes { get; init; }

    /// <summary>Bytes of log output.</summary>
    public int? LogBytes { get; init; }

    /// <summary>Instructions; left out: not counted.</summary>
    public long? Fuel { get; init; }

    internal static LimitsDocument Of(InvocationLimits limits) => new()
    {
        MemoryBytes = limits.MemoryBytes,
        TimeoutMs = limits.Timeout.TotalMilliseconds,
        TableElements = limits.TableElements,
        RequestBytes = limits.RequestBytes,
        ResponseBytes = limits.ResponseBytes,
        LogBytes = limits.LogBytes,
        Fuel = limits.Fuel,
    };

    internal InvocationLimits Over(InvocationLimits defaults) => new()
    {
        MemoryBytes = MemoryBytes ?? defaults.MemoryBytes,
        Timeout = TimeoutMs is { } ms ? TimeSpan.FromMilliseconds(Math.Clamp(ms, -1, int.MaxValue)) : defaults.Timeout,
        TableElements = TableElements ?? defaults.TableElements,
        RequestBytes = RequestBytes ?? defaults.RequestBytes,
        ResponseBytes = ResponseBytes ?? defaults.ResponseBytes,
        LogBytes = LogBytes ?? defaults.LogBytes,
        Fuel = Fuel ?? defaults.Fuel,
    };
}
