namespace EvalFaaS.Policies;

/// <summary>How a function may be run.</summary>
/// <param name="KeepAlive">How long its code and its idle instances are kept, seconds; infinite is always.</param>
/// <param name="Pool">Idle instances that are kept for reuse at most; 0: each call gets a fresh one.</param>
public readonly record struct FunctionSettings(double KeepAlive, int Pool)
{
    /// <summary>Whether instances are reused.</summary>
    public bool Reuse => Pool > 0;
}

/// <summary>What settings would have come to over a history.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="ColdStarts">Calls that waited for the code to be loaded, the first included.</param>
/// <param name="FreshInstances">Calls that waited for a fresh instance.</param>
/// <param name="Mean">Mean latency, seconds.</param>
/// <param name="P95">95th percentile of latency, seconds.</param>
/// <param name="P99">99th percentile, seconds.</param>
/// <param name="MiBSeconds">Memory held, busy and idle, MiB seconds.</param>
/// <param name="Cost">What a million calls cost.</param>
public sealed record SettingsOutcome(FunctionSettings Settings, int ColdStarts, int FreshInstances, double Mean, double P95, double P99, double MiBSeconds, double Cost);
