using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Tests.Processes;

/// <summary>What is read of processes, by this one's own doing.</summary>
public sealed class ProcessUsageTests
{
    [Fact]
    public void Every_page_that_is_touched_for_the_first_time_is_a_page_fault()
    {
        const int Bytes = 64 << 20;
        var before = ProcessUsage.Of([Environment.ProcessId], memory: false);

        var touched = GC.AllocateUninitializedArray<byte>(Bytes, pinned: true);
        for (var i = 0; i < Bytes; i += 4096) touched[i] = 1;

        // The kernel may map up to a huge page with one fault.
        Assert.InRange(ProcessUsage.Of([Environment.ProcessId], memory: false).PageFaults - before.PageFaults, Bytes >> 21, long.MaxValue);
        GC.KeepAlive(touched);
    }

    [Fact]
    public void Threads_that_wait_for_each_other_are_switched()
    {
        const int Turns = 200;
        using var there = new Barrier(2);
        using var end = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            for (var i = 0; i < Turns; i++) there.SignalAndWait(TestContext.Current.CancellationToken);
            end.Wait(TestContext.Current.CancellationToken);
        });
        var before = ProcessUsage.Of([Environment.ProcessId], memory: false);
        other.Start();
        for (var i = 0; i < Turns; i++) there.SignalAndWait(TestContext.Current.CancellationToken);
        var after = ProcessUsage.Of([Environment.ProcessId], memory: false);
        end.Set();
        other.Join();

        Assert.True(after.ContextSwitches > before.ContextSwitches, $"{before.ContextSwitches}, then {after.ContextSwitches}");
    }

    [Fact]
    public void Two_usages_add_up_in_every_figure()
    {
        var one = new ProcessUsage(1, 2, 3, 4, 5, 6) { PageFaults = 5, MajorPageFaults = 6, ContextSwitches = 7 };

        Assert.Equal(new ProcessUsage(2, 4, 6, 8, 10, 12) { PageFaults = 10, MajorPageFaults = 12, ContextSwitches = 14 }, one + one);
    }
}
