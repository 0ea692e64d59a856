using System.Collections.Immutable;

namespace EvalFaaS.Engines.Worker;

/// <summary>An engine's description.</summary>
internal static class DescriptionCodec
{
    public static void Write(MessageWriter writer, EngineDescription description)
    {
        writer.Text(description.Name);
        writer.Text(description.Version);
        writer.Text(description.CodeFingerprint);
        var can = description.Capabilities;
        writer.Flag(can.AheadOfTime);
        writer.Flag(can.InProcessSafe);
        writer.Byte((byte)can.HostCallWait);
        writer.Int32(can.CallsPerInstance);
        writer.Flag(can.Budget);
        writer.Flag(can.Interruptible);
        writer.Flag(can.BoundedRecursion);
        writer.Flag(can.GrowthLimits);
        writer.Flag(can.Reuse);
        writer.Flag(can.Components);
        writer.Int32((int)can.Features);
        writer.Int32(description.Settings.Length);
        foreach (var setting in description.Settings)
        {
            writer.Text(setting.Name);
            writer.Text(setting.Value);
            writer.Text(setting.Source);
        }
    }

    public static EngineDescription Read(ref MessageReader reader)
    {
        var name = reader.Text();
        var version = reader.Text();
        var fingerprint = reader.Text();
        var capabilities = new EngineCapabilities
        {
            AheadOfTime = reader.Flag(),
            InProcessSafe = reader.Flag(),
            HostCallWait = (HostCallWait)reader.Byte(),
            CallsPerInstance = reader.Int32(),
            Budget = reader.Flag(),
            Interruptible = reader.Flag(),
            BoundedRecursion = reader.Flag(),
            GrowthLimits = reader.Flag(),
            Reuse = reader.Flag(),
            Components = reader.Flag(),
            Features = (WasmFeatures)reader.Int32(),
        };
        var settings = ImmutableArray.CreateBuilder<EngineSetting>(reader.Count());
        for (var i = settings.Capacity; i > 0; i--) settings.Add(new EngineSetting(reader.Text(), reader.Text(), reader.Text()));
        return new EngineDescription { Name = name, Version = version, CodeFingerprint = fingerprint, Capabilities = capabilities, Settings = settings.MoveToImmutable() };
    }
}
