namespace EvalFaaS.Harness.Reports;

/// <summary>What one block says of times, ns, and of the bytes of a request; null where it has none.</summary>
internal static class TimeFigures
{
    /// <summary>The fewest samples of a trial of which a 99th percentile is taken.</summary>
    public const int FewestForP99 = 100;

    public static double? MedianOf(TrialData trial) => trial.Values.Count == 0 ? null : trial.Values.Quantile(0.5);

    public static double? MeanOf(TrialData trial) => trial.Values.Count == 0 ? null : trial.Values.Mean;

    public static double? P99Of(TrialData trial) => trial.Values.Count < FewestForP99 ? null : trial.Values.Quantile(0.99);

    public static double? SentPerRequestOf(TrialData trial) => trial.Trial is { SentBytes: { } bytes, Issued: > 0 } t ? (double)bytes / t.Issued : null;

    public static double? ReceivedPerRequestOf(TrialData trial) => trial.Trial is { ReceivedBytes: { } bytes, Issued: > 0 } t ? (double)bytes / t.Issued : null;

    public static double? CpuPerRequestOf(TrialData trial) => trial.Trial.CpuNs is { } cpu && trial.Trial.Ok > 0 ? (double)cpu / trial.Trial.Ok : null;
}
