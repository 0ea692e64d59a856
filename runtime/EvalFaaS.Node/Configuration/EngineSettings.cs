using EvalFaaS.Engines;

namespace EvalFaaS.Node.Configuration;

/// <summary>Settings that every engine is given.</summary>
internal static class EngineSettings
{
    private const int Kibibyte = 1 << 10;

    public static IEnumerable<Setting> All { get; } =
    [
        new Setting<string?>(new TextType("engine's name"), o => o.Runtime.DefaultEngine, (o, v) => o with { Runtime = o.Runtime with { DefaultEngine = v! } })
        {
            Key = "engine.name", Description = "Engine of a function that names none.",
        },
        new Setting<int>(new IntegerType(0, 1_000_000), o => o.Runtime.Engine.MaximumInstances, (o, v) => Set(o, o.Runtime.Engine with { MaximumInstances = v }))
        {
            Key = "engine.instances", Description = "Instances that may live at once; 0: sized from the machine.",
        },
        new Setting<long>(new SizeType(64 * Kibibyte, 4L << 30), o => o.Runtime.Engine.MaximumMemoryBytes, (o, v) => Set(o, o.Runtime.Engine with { MaximumMemoryBytes = v }))
        {
            Key = "engine.memory", Description = "The largest linear memory that an instance may be granted.",
        },
        new Setting<long>(new SizeType(64 * Kibibyte, 1024 * Kibibyte), o => o.Runtime.Engine.StackBytes, (o, v) => Set(o, o.Runtime.Engine with { StackBytes = (int)v }))
        {
            Key = "engine.stack", Description = "A guest's stack.",
        },
        new Setting<TimeSpan>(new DurationType(TimeSpan.FromMicroseconds(100), TimeSpan.FromMilliseconds(100)), o => o.Runtime.Engine.Tick, (o, v) => Set(o, o.Runtime.Engine with { Tick = v }))
        {
            Key = "engine.tick", Description = "How often a running guest looks whether it was cancelled.",
        },
        new Setting<bool>(new SwitchType(), o => o.Runtime.Engine.Fuel, (o, v) => Set(o, o.Runtime.Engine with { Fuel = v }))
        {
            Key = "engine.fuel", Description = "Whether instructions are counted; a function with an instruction budget needs it.",
        },
        new Setting<bool>(new SwitchType(), o => o.Runtime.Engine.CanonicalNaN, (o, v) => Set(o, o.Runtime.Engine with { CanonicalNaN = v }))
        {
            Key = "engine.canonicalNan", Description = "Whether NaN bit patterns are made the same everywhere.",
        },
        new Setting<int>(new IntegerType(0, 1024), o => o.Runtime.Engine.Workers, (o, v) => Set(o, o.Runtime.Engine with { Workers = v }))
        {
            Key = "engine.workers", Description = "Worker processes kept ready by engines that run in one, beside a spare; 0: one for each core.",
        },
    ];

    private static NodeOptions Set(NodeOptions options, EngineOptions engine) => options with { Runtime = options.Runtime with { Engine = engine } };
}
