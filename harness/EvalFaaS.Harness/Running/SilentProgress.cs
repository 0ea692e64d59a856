namespace EvalFaaS.Harness.Running;

/// <summary>Hears how far a run is and tells nobody.</summary>
public sealed class SilentProgress : IProgress<RunProgress>
{
    private SilentProgress()
    {
    }

    /// <summary>The one there is.</summary>
    public static SilentProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
    }
}
