namespace EvalFaaS.Policies;

/// <summary>What is recommended for a function, and what else there is.</summary>
/// <param name="Front">All settings that nothing betters in cost and mean latency at once, the cheapest first.</param>
/// <param name="Chosen">The one that is recommended.</param>
/// <param name="Tried">How many settings were tried.</param>
/// <param name="PeakConcurrency">The most calls at a time in the history.</param>
/// <param name="MemoryLimitMiB">The memory limit; null where the history does not say what calls took.</param>
/// <param name="MeetsLatency">Whether the latency that was asked for is met.</param>
public sealed record SettingsRecommendation(IReadOnlyList<SettingsOutcome> Front, SettingsOutcome Chosen, int Tried, int PeakConcurrency, int? MemoryLimitMiB, bool MeetsLatency);
