namespace EvalFaaS.Engines.Worker;

/// <summary>The parent's first frame. Magic and version stand first in every version of the protocol.</summary>
/// <param name="Version">The protocol's version.</param>
/// <param name="Engine">The inner engine's name.</param>
/// <param name="Options">Those that change what an engine does; clock and mapping budget are each process's own.</param>
internal sealed record Hello(ushort Version, string Engine, EngineOptions Options)
{
    public void Write(MessageWriter writer)
    {
        writer.Begin(FrameKind.Hello);
        writer.UInt32(WorkerProtocol.Magic);
        writer.UInt16(Version);
        writer.Text(Engine);
        writer.Int32(Options.MaximumInstances);
        writer.Int64(Options.MaximumMemoryBytes);
        writer.Int32(Options.StackBytes);
        writer.Int64(Options.Tick.Ticks);
        writer.Flag(Options.Fuel);
        writer.Flag(Options.CanonicalNaN);
        writer.Flag(Options.Optimise);
        writer.Int32((int)Options.ExtraFeatures);
        writer.End();
    }

    /// <summary>Of another version only the version is read.</summary>
    public static Hello Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        if (reader.UInt32() is var magic && magic != WorkerProtocol.Magic) throw new ProtocolException($"The first frame begins with 0x{magic:x8}, which is not the worker protocol.");
        var version = reader.UInt16();
        if (version != WorkerProtocol.Version) return new Hello(version, "", new EngineOptions());
        var hello = new Hello(version, reader.Text(), new EngineOptions
        {
            MaximumInstances = reader.Int32(),
            MaximumMemoryBytes = reader.Int64(),
            StackBytes = reader.Int32(),
            Tick = new TimeSpan(reader.Int64()),
            Fuel = reader.Flag(),
            CanonicalNaN = reader.Flag(),
            Optimise = reader.Flag(),
            ExtraFeatures = (WasmFeatures)reader.Int32(),
        });
        reader.End();
        return hello;
    }
}
