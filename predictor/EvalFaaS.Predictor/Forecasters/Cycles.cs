namespace EvalFaaS.Predictor.Forecasters;

/// <summary>Minutes at the same place of a cycle.</summary>
internal static class Cycles
{
    /// <summary>How far back from now the newest minute lies that is whole periods before the one asked for; 1 is the last minute.</summary>
    public static int Back(int period, int horizon) => (((horizon - 1) / period) + 1) * period - horizon + 1;
}
