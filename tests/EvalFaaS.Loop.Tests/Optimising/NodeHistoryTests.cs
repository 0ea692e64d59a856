using EvalFaaS.Loop.Optimising;
using EvalFaaS.Model;
using EvalFaaS.Node.Control;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Loop.Tests.Optimising;

public sealed class NodeHistoryTests
{
    [Fact]
    public void Work_is_what_is_left_without_load_and_instance()
    {
        var history = NodeHistory.Of(
            [new RecordedCall(0, 0, 0.53, StartState.ArtefactOnDisk), new RecordedCall(0, 10, 0.12, StartState.FreshInstance), new RecordedCall(0, 20, 0.1, StartState.ReusedInstance)], Document(peak: 3 << 20), 0.02);

        Assert.All(history.Calls, c => Assert.Equal(0.1, c.Seconds, 9));
        // The load was told as 0.3 s; the call that waited for it took 0.41 s longer than usual.
        Assert.Equal(0.41, history.LoadSeconds, 9);
        Assert.Equal((0.5, 3.0, 3.0, 0.02), (history.CodeMiB, history.InstanceMiB, history.PeakMiB, history.InstanceSeconds));
        Assert.Equal(20.1, history.Seconds, 9);
    }

    [Fact]
    public void An_engine_that_shows_no_memory_leaves_the_peak_unknown_and_counts_the_limit()
    {
        var history = NodeHistory.Of([new RecordedCall(0, 0, 0.4, StartState.ArtefactOnDisk)], Document(peak: 0), 0);

        Assert.Equal((null, 64.0), (history.PeakMiB, history.InstanceMiB));
        Assert.Equal(0.1, history.Calls[0].Seconds, 9);
    }

    private static FunctionDocument Document(long peak) => new()
    {
        Id = "default/f@1", Namespace = "default", Name = "f", Revision = "1", Path = "/fn/f", Module = "sha256:0", Contract = "reactor", Engine = "wasmtime",
        Limits = new LimitsDocument { MemoryBytes = 64 << 20 }, Concurrency = 1, QueueLength = 1, MaxInvocations = 1, Environment = [], Arguments = [], Directories = [], Scratch = false,
        Created = DateTimeOffset.UnixEpoch, Running = 0, Waiting = 0, Provisioned = "not-provisioned", Loaded = true, CodeBytes = 1 << 19, LoadNs = 300_000_000, PeakMemoryBytes = peak,
    };
}
