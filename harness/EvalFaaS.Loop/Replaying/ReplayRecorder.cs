using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Loop.Replaying;

/// <summary>Keeps every request, and counts them for whoever looks on.</summary>
internal sealed class ReplayRecorder(int expected) : ISampleSink
{
    private readonly SampleList _samples = new();

    /// <summary>What has been counted so far.</summary>
    public LoadRecorder Counts { get; } = new();

    /// <summary>Makes room beforehand.</summary>
    public void Reserve() => _samples.Reserve(expected);

    /// <inheritdoc/>
    public void Take(in LoadSample sample)
    {
        Counts.Take(sample);
        _samples[_samples.Add()] = sample;
    }

    /// <summary>All requests in the order of their intended times.</summary>
    public LoadSample[] Ordered()
    {
        var all = new LoadSample[_samples.Count];
        for (var i = 0; i < all.Length; i++) all[i] = _samples[i];
        Array.Sort(all, static (a, b) => a.IntendedNs.CompareTo(b.IntendedNs));
        return all;
    }
}
