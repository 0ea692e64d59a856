using System.Collections.Immutable;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of how long loaded code and idle instances are kept.</summary>
internal static class KeepAliveSettings
{
    public static IEnumerable<Setting> All { get; } =
    [
        new Setting<PolicySpec>(new PolicyType(PolicyKind.KeepAlive), o => o.Runtime.KeepAlive, (o, v) => o with { Runtime = o.Runtime with { KeepAlive = v } })
        {
            Key = "keepAlive.policy", Description = "How long loaded code stays without a call, and idle instances of functions that reuse them.",
        },
        new Setting<ImmutableArray<PolicySpec>>(new PoliciesType(PolicyKind.KeepAlive), o => o.Runtime.Shadows, (o, v) => o with { Runtime = o.Runtime with { Shadows = v } })
        {
            Key = "keepAlive.shadows", Description = "Policies that decide beside the acting one, are recorded, and have no effect.",
        },
        new Setting<string?>(new TextType("path"), o => o.Model, (o, v) => o with { Model = v })
        {
            Key = "keepAlive.model", Description = "Model file (`evalfaas predict train`) of what forecast policies go by; without one, the predictor's gate among plain forecasters. A file that changes, or another one, is taken within a minute.", Live = true,
        },
        new Setting<int>(new IntegerType(1, 1_000_000), o => o.Runtime.RecentDecisions, (o, v) => o with { Runtime = o.Runtime with { RecentDecisions = v } })
        {
            Key = "keepAlive.decisions", Description = "Decisions that are kept: of keep-alive, of warm-up and of admission, each.",
        },
        new Setting<int>(new IntegerType(0, 100_000_000), o => o.Runtime.RecordedArrivals, (o, v) => o with { Runtime = o.Runtime with { RecordedArrivals = v } })
        {
            Key = "keepAlive.arrivals", Description = "Arrivals that are kept to be played again, 32 bytes each.",
        },
    ];
}
