namespace EvalFaaS.Engines.Worker;

/// <summary>What an invocation is like.</summary>
[Flags]
internal enum InvokeFlags : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>On a new instance, not on one kept.</summary>
    Fresh = 1,

    /// <summary>No invocation follows on this instance.</summary>
    Last = 2,

    /// <summary>A command as a plain process: there is no request, its streams are the bodies.</summary>
    PlainProcess = 4,

    /// <summary>The request's head follows.</summary>
    Head = 8,

    /// <summary>The body that follows is the whole of it.</summary>
    WholeBody = 16,
}

/// <summary>The fixed part of an invocation. Its invocation id, the request's head (with <see cref="InvokeFlags.Head"/>) and the body's beginning follow.</summary>
internal struct Invoke
{
    /// <summary>Infinite time, unknown length.</summary>
    public const long None = -1;

    /// <summary>Numbers a worker's invocations from 1, so that a late cancellation does not meet the next one.</summary>
    public long Sequence;

    public int Module;

    public int Surroundings;

    public long Instance;

    public InvokeFlags Flags;

    public TerminalStreams Terminals;

    /// <summary>Time left until the deadline when it was sent, ns.</summary>
    public long RemainingNs;

    public long RequestLength;

    public readonly void Write(MessageWriter writer)
    {
        writer.Int64(Sequence);
        writer.Int32(Module);
        writer.Int32(Surroundings);
        writer.Int64(Instance);
        writer.Byte((byte)Flags);
        writer.Byte((byte)Terminals);
        writer.Int64(RemainingNs);
        writer.Int64(RequestLength);
    }

    public static Invoke Read(ref MessageReader reader) => new()
    {
        Sequence = reader.Int64(),
        Module = reader.Int32(),
        Surroundings = reader.Int32(),
        Instance = reader.Int64(),
        Flags = (InvokeFlags)reader.Byte(),
        Terminals = (TerminalStreams)reader.Byte(),
        RemainingNs = reader.Int64(),
        RequestLength = reader.Int64(),
    };
}
