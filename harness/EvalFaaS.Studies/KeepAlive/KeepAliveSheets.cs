using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>The raw data of the study of keep-alive policies.</summary>
internal static class KeepAliveSheets
{
    private static readonly SheetColumn Family = new("family", "what is drawn as one line"), Policy = new("policy", "the policy as one writes it"), Kept = new("kept", "what is kept: code, which takes any number of calls at a time, or instance, which takes one");

    private static readonly SheetColumn[] Counts =
    [
        new("calls", "invocations in the minutes that count"),
        new("cold", "those that found nothing loaded, or something still loading"),
        new("first", "cold ones that were the first of their function since the trace began: no policy avoids them"),
        new("wasted_mib_s", "memory of what was loaded and idle, integrated, MiB seconds"),
        new("loaded_ahead", "loads ahead of a call"),
    ];

    /// <summary>A row a policy and replication.</summary>
    public static SheetForm Runs { get; } = new("runs.csv", [Kept, Family, Policy, new("replication", "number of the replication, from 0: calls lie elsewhere in their minutes"), .. Counts]);

    /// <summary>A row a policy and function.</summary>
    public static SheetForm Functions { get; } = new("functions.csv", [Family, Policy, new("function", "number of the function in the trace, from 0"), .. Counts]);

    /// <summary>A row a cost of a cold start and policy.</summary>
    public static SheetForm Costs { get; } = new("costs.csv", [new("cold_start_s", "what a cold start takes, seconds"), Family, Policy, new("replication", "number of the replication, from 0"), .. Counts]);
}
