using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Load;

/// <summary>What a load did.</summary>
public sealed record LoadResult
{
    /// <summary>Every request, in the order issued, failures included; none where a sink took them.</summary>
    public required SampleList Samples { get; init; }

    /// <summary>When the load began, ns on the run's clock.</summary>
    public required long BeginNs { get; init; }

    /// <summary>When its last answer was here, ns on the run's clock.</summary>
    public required long EndNs { get; init; }

    /// <summary>What the generator's thread got from the machine meanwhile.</summary>
    public required ThreadAccount Generator { get; init; }

    /// <summary>CPU time of the generator's thread, ns.</summary>
    public long GeneratorCpuNs => Generator.CpuNs;

    /// <summary>Right answers a second, from its begin to its end.</summary>
    public double AnsweredPerSecond => All.Count(s => s.Outcome == LoadOutcome.Ok) * 1e9 / (EndNs - BeginNs);

    /// <summary>Bytes of all requests that were handed to the kernel: heads and bodies of HTTP, without what TCP and IP add.</summary>
    public required long SentBytes { get; init; }

    /// <summary>Bytes of all answers likewise, those of failed requests included.</summary>
    public required long ReceivedBytes { get; init; }

    /// <summary>Connections that had to be made anew.</summary>
    public required int Reconnects { get; init; }

    /// <summary>How late the generator itself was; null where nothing was issued.</summary>
    public ScheduleFidelity? Schedule => ScheduleFidelity.Of(All.Select(s => s.ScheduleErrorNs));

    private IEnumerable<LoadSample> All
    {
        get
        {
            for (var i = 0; i < Samples.Count; i++) yield return Samples[i];
        }
    }
}
