using EvalFaaS.Execution;

namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of what is kept, how much and how long.</summary>
internal static class CacheSettings
{
    public static IEnumerable<Setting> All { get; } =
    [
        Size("cache.moduleBytes", "The largest module that may be deployed.", 8, 1L << 30, r => r.MaximumModuleBytes, (r, v) => r with { MaximumModuleBytes = v }),
        Size("cache.disk", "Modules and compiled code on disk; what was not used longest goes first.", 1 << 20, 16L << 40, r => r.MaximumStoreBytes, (r, v) => r with { MaximumStoreBytes = v }),
        Number("cache.revisions", "Revisions kept of each function.", 1, 1_000, r => r.RevisionsKept, (r, v) => r with { RevisionsKept = v }),
        Number("cache.idleInstances", "Idle instances kept of each such function.", 1, 10_000, r => r.IdleInstances, (r, v) => r with { IdleInstances = v }),
        Number("cache.recentInvocations", "Ended invocations whose ledger is kept.", 1, 1_000_000, r => r.RecentInvocations, (r, v) => r with { RecentInvocations = v }),
        Number("cache.metricFunctions", "Functions that have metrics of their own; all further ones share one series.", 0, 10_000, r => r.MeteredFunctions, (r, v) => r with { MeteredFunctions = v }),
    ];

    private static Setting<long> Size(string key, string description, long minimum, long maximum, Func<RuntimeOptions, long> get, Func<RuntimeOptions, long, RuntimeOptions> set) =>
        new(new SizeType(minimum, maximum), o => get(o.Runtime), (o, v) => o with { Runtime = set(o.Runtime, v) }) { Key = key, Description = description };

    private static Setting<int> Number(string key, string description, int minimum, int maximum, Func<RuntimeOptions, int> get, Func<RuntimeOptions, int, RuntimeOptions> set) =>
        new(new IntegerType(minimum, maximum), o => get(o.Runtime), (o, v) => o with { Runtime = set(o.Runtime, v) }) { Key = key, Description = description };
}
