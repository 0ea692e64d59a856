using System.Collections.Immutable;
using EvalFaaS.Execution;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of which policy decides for which function: warm-up and admission.</summary>
internal static class PolicyChoiceSettings
{
    public static IEnumerable<Setting> All { get; } =
    [
        .. Of("warmUp", PolicyKind.WarmUp, "What is made ready ahead of calls: code, and instances of functions that reuse them.",
            o => o.Runtime.WarmUp, (o, v) => o with { Runtime = o.Runtime with { WarmUp = v } }),
        .. Of("admission", PolicyKind.Admission, "What is let in, waits or is refused, within each function's own concurrency and queue length.",
            o => o.Runtime.Admission, (o, v) => o with { Runtime = o.Runtime with { Admission = v } }),
    ];

    private static Setting[] Of(string group, PolicyKind kind, string what, Func<NodeOptions, PolicyChoice> get, Func<NodeOptions, PolicyChoice, NodeOptions> set) =>
    [
        new Setting<PolicySpec>(new PolicyType(kind), o => get(o).Policy, (o, v) => set(o, get(o) with { Policy = v }))
        {
            Key = $"{group}.policy", Description = what,
        },
        new Setting<ImmutableArray<FunctionPolicy>>(new FunctionPoliciesType(kind), o => get(o).Functions, (o, v) => set(o, get(o) with { Functions = v }))
        {
            Key = $"{group}.functions", Description = "Functions for which another policy decides.",
        },
        new Setting<ImmutableArray<PolicySpec>>(new PoliciesType(kind), o => get(o).Shadows, (o, v) => set(o, get(o) with { Shadows = v }))
        {
            Key = $"{group}.shadows", Description = "Policies that decide beside the acting ones, are recorded, and have no effect.",
        },
    ];
}
