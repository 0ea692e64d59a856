using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>The worker's first frame.</summary>
/// <param name="Version">The protocol's version that it speaks.</param>
/// <param name="Fault">Why it cannot serve, or null.</param>
/// <param name="Description">The inner engine as it runs there, where it can.</param>
internal sealed record Welcome(ushort Version, InvocationFault? Fault, EngineDescription? Description)
{
    public void Write(MessageWriter writer)
    {
        writer.Begin(FrameKind.Welcome);
        writer.UInt32(WorkerProtocol.Magic);
        writer.UInt16(Version);
        FaultCodec.Write(writer, Fault);
        writer.Flag(Description is not null);
        if (Description is not null) DescriptionCodec.Write(writer, Description);
        writer.End();
    }

    /// <summary>Of another version only the version is read.</summary>
    public static Welcome Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        if (reader.UInt32() is var magic && magic != WorkerProtocol.Magic) throw new ProtocolException($"The first frame begins with 0x{magic:x8}, which is not the worker protocol.");
        var version = reader.UInt16();
        if (version != WorkerProtocol.Version) return new Welcome(version, null, null);
        var welcome = new Welcome(version, FaultCodec.Read(ref reader), reader.Flag() ? DescriptionCodec.Read(ref reader) : null);
        reader.End();
        return welcome;
    }
}
