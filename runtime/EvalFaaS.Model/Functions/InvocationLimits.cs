namespace EvalFaaS.Model;

/// <summary>What one invocation may use. Every limit always holds; <see cref="Unlimited"/> is for a person's own command line.</summary>
public sealed record InvocationLimits
{
    /// <summary>Linear memory, all memories of an instance together, in bytes. Default 128 MiB; 64 KiB to 4 GiB.</summary>
    public long MemoryBytes { get; init; } = 128L << 20;

    /// <summary>From admission to the last byte of the answer. Default 10 s; 1 ms to 1 h.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Elements of all tables together. Default 20,000.</summary>
    public int TableElements { get; init; } = 20_000;

    /// <summary>Bytes of response body. Default 16 MiB.</summary>
    public long ResponseBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of request body. Default 16 MiB.</summary>
    public long RequestBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of log output (stderr, log calls); what is beyond is dropped and counted. Default 64 KiB.</summary>
    public int LogBytes { get; init; } = 64 << 10;

    /// <summary>Instructions (Wasmtime fuel, WasmEdge cost), or null for none. Default null: time is the limit.</summary>
    public long? Fuel { get; init; }

    /// <summary>No limit but the engine's own.</summary>
    public static InvocationLimits Unlimited { get; } = new()
    {
        MemoryBytes = 4L << 30,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        TableElements = int.MaxValue,
        ResponseBytes = long.MaxValue,
        RequestBytes = long.MaxValue,
        LogBytes = int.MaxValue,
    };
}
