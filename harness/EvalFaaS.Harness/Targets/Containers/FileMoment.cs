using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>When a file appeared, as closely as it is looked for.</summary>
/// <param name="path">The file; null: there is none to look for.</param>
/// <param name="clock">The run's clock.</param>
internal sealed class FileMoment(string? path, MonotonicClock clock)
{
    /// <summary>When it was first seen; null: not yet.</summary>
    public long? SeenNs { get; private set; }

    /// <summary>Looks for it.</summary>
    public void Look()
    {
        if (SeenNs is null && path is not null && File.Exists(path)) SeenNs = clock.NowNs;
    }
}
