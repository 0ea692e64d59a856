using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>How an invocation ended in the worker.</summary>
internal struct Ended
{
    public long Sequence;

    /// <summary>Whether the instance waits for another invocation.</summary>
    public bool Kept;

    /// <summary>ns of each phase there; only durations cross processes.</summary>
    public long LoadNs, InstantiateNs, InitNs, ExecuteNs, HostNs;

    public InvocationFault? Fault;

    public readonly void Write(MessageWriter writer)
    {
        writer.Begin(FrameKind.Outcome);
        writer.Int64(Sequence);
        writer.Flag(Kept);
        writer.Int64(LoadNs);
        writer.Int64(InstantiateNs);
        writer.Int64(InitNs);
        writer.Int64(ExecuteNs);
        writer.Int64(HostNs);
        FaultCodec.Write(writer, Fault);
        writer.End();
    }

    public static Ended Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var ended = new Ended
        {
            Sequence = reader.Int64(),
            Kept = reader.Flag(),
            LoadNs = reader.Int64(),
            InstantiateNs = reader.Int64(),
            InitNs = reader.Int64(),
            ExecuteNs = reader.Int64(),
            HostNs = reader.Int64(),
            Fault = FaultCodec.Read(ref reader),
        };
        reader.End();
        return ended;
    }
}
