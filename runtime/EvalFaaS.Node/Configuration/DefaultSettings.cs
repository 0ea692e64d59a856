using EvalFaaS.Model;

namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of what a deployment gets that says nothing else.</summary>
internal static class DefaultSettings
{
    private const long Gibibyte = 1L << 30;

    public static IEnumerable<Setting> All { get; } =
    [
        Number("defaults.concurrency", "Invocations of a function at once.", 1, 10_000, d => d.Concurrency, (d, v) => d with { Concurrency = v }),
        Number("defaults.queueLength", "Invocations of a function that may wait; more get 429.", 0, 100_000, d => d.QueueLength, (d, v) => d with { QueueLength = v }),
        Number("defaults.maxInvocations", "Invocations before an instance is thrown away; 1: a fresh sandbox for each; 0: never.", 0, int.MaxValue,
            d => d.MaxInvocations, (d, v) => d with { MaxInvocations = v }),
        Size("defaults.memory", "Linear memory of an instance.", 64 << 10, 4 * Gibibyte, l => l.MemoryBytes, (l, v) => l with { MemoryBytes = v }),
        new Setting<TimeSpan>(new DurationType(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)), o => o.Defaults.Limits.Timeout, (o, v) => With(o, o.Defaults.Limits with { Timeout = v }))
        {
            Key = "defaults.timeout", Description = "From admission to the last byte of the answer.", Live = true,
        },
        Size("defaults.request", "Request body.", 0, 4 * Gibibyte, l => l.RequestBytes, (l, v) => l with { RequestBytes = v }),
        Size("defaults.response", "Response body.", 0, 4 * Gibibyte, l => l.ResponseBytes, (l, v) => l with { ResponseBytes = v }),
        Size("defaults.log", "Log output of an invocation; what is beyond is dropped and counted.", 0, Gibibyte, l => l.LogBytes, (l, v) => l with { LogBytes = (int)v }),
        new Setting<int>(new IntegerType(0, 10_000_000), o => o.Defaults.Limits.TableElements, (o, v) => With(o, o.Defaults.Limits with { TableElements = v }))
        {
            Key = "defaults.tableElements", Description = "Elements of all tables of an instance.", Live = true,
        },
    ];

    private static NodeOptions With(NodeOptions options, InvocationLimits limits) => options with { Defaults = options.Defaults with { Limits = limits } };

    private static Setting<int> Number(
        string key, string description, int minimum, int maximum, Func<DeploymentDefaults, int> get, Func<DeploymentDefaults, int, DeploymentDefaults> set) =>
        new(new IntegerType(minimum, maximum), o => get(o.Defaults), (o, v) => o with { Defaults = set(o.Defaults, v) }) { Key = key, Description = description, Live = true };

    private static Setting<long> Size(
        string key, string description, long minimum, long maximum, Func<InvocationLimits, long> get, Func<InvocationLimits, long, InvocationLimits> set) =>
        new(new SizeType(minimum, maximum), o => get(o.Defaults.Limits), (o, v) => With(o, set(o.Defaults.Limits, v))) { Key = key, Description = description, Live = true };
}
