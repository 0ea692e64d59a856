using CsCheck;
using EvalFaaS.Engines;
using EvalFaaS.Model;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Execution.Tests;

public sealed class AdmissionGateTests
{
    [Fact]
    public async Task Who_comes_when_the_queue_is_full_is_refused_and_may_retry()
    {
        var gate = new AdmissionGate(1, 0, "default/hello@1");
        Assert.True(gate.TryEnter());

        var fault = await gate.EnterAsync(Cancellation(out _));

        Assert.Equal((FaultKind.QueueFull, true), (fault!.Kind, fault.RetryMayHelp));
        Assert.Contains("default/hello@1 runs 1", fault.Message);
    }

    [Fact]
    public async Task Who_waits_past_his_deadline_leaves_the_queue()
    {
        var gate = new AdmissionGate(1, 1, "f");
        gate.TryEnter();
        var waiting = gate.EnterAsync(Cancellation(out var time)).AsTask();

        time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(FaultKind.Deadline, (await waiting)!.Kind);
        Assert.Equal((1, 0), (gate.Running, gate.Waiting));
    }

    [Fact]
    public async Task A_place_goes_to_who_has_waited_longest()
    {
        var gate = new AdmissionGate(1, 2, "f");
        gate.TryEnter();
        var first = gate.EnterAsync(Cancellation(out _)).AsTask();
        var second = gate.EnterAsync(Cancellation(out _)).AsTask();

        gate.Exit();

        Assert.Null(await first);
        Assert.False(second.IsCompleted);
        Assert.Equal((1, 1), (gate.Running, gate.Waiting));
    }

    [Fact]
    public void Nobody_overtakes_the_queue()
    {
        var gate = new AdmissionGate(1, 1, "f");
        gate.TryEnter();
        _ = gate.EnterAsync(Cancellation(out _)).AsTask();
        gate.Exit();
        _ = gate.EnterAsync(Cancellation(out _)).AsTask();

        Assert.False(gate.TryEnter());
    }

    [Fact]
    public void Whatever_comes_goes_and_gives_up_the_gate_behaves_like_a_queue() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9]).Array[0, 40]).Sample(Replay, iter: 300, threads: 1);

    [Fact]
    public async Task Threads_that_come_and_go_never_pass_the_limit_and_nobody_is_forgotten()
    {
        const int limit = 3, threads = 6, rounds = 3_000;
        var gate = new AdmissionGate(limit, threads, "f");
        var (inside, most) = (0, 0);
        using var barrier = new Barrier(threads);

        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(async () =>
        {
            var cancellation = new InvocationCancellation(TimeProvider.System);
            cancellation.Arm(Timeout.InfiniteTimeSpan);
            barrier.SignalAndWait();
            for (var i = 0; i < rounds; i++)
            {
                if (!gate.TryEnter()) Assert.Null(await gate.EnterAsync(cancellation));
                var now = Interlocked.Increment(ref inside);
                if (now > Volatile.Read(ref most)) Volatile.Write(ref most, now);
                if (i % 64 == 0) await Task.Yield();
                Interlocked.Decrement(ref inside);
                gate.Exit();
            }
        })));

        Assert.True(most <= limit, $"{most} were inside at once.");
        Assert.Equal((0, 0), (gate.Running, gate.Waiting));
    }

    private static void Replay(int concurrency, int queueLength, (int Action, int Which)[] steps)
    {
        var gate = new AdmissionGate(concurrency, queueLength, "f");
        var waiting = new List<(InvocationCancellation Cancellation, Task<InvocationFault?> Task)>();
        var running = 0;
        foreach (var (action, which) in steps)
        {
            switch (action)
            {
                case 0:
                    var cancellation = Cancellation(out _);
                    if (gate.TryEnter())
                    {
                        Assert.True(waiting.Count == 0 && running < concurrency, "Entered past the queue or the limit.");
                        running++;
                        break;
                    }

                    Assert.True(waiting.Count > 0 || running == concurrency, "Kept out though there was room.");
                    var entering = gate.EnterAsync(cancellation).AsTask();
                    if (waiting.Count < queueLength) waiting.Add((cancellation, entering));
                    else Assert.Equal(FaultKind.QueueFull, entering.GetAwaiter().GetResult()!.Kind);
                    break;
                case 1 when running > 0:
                    gate.Exit();
                    running--;
                    if (waiting.Count > 0)
                    {
                        Assert.Null(waiting[0].Task.GetAwaiter().GetResult());
                        waiting.RemoveAt(0);
                        running++;
                    }

                    break;
                case 2 when waiting.Count > 0:
                    var gone = waiting[which % waiting.Count];
                    gone.Cancellation.Request(CancelReason.ClientGone);
                    Assert.Equal(FaultKind.ClientGone, gone.Task.GetAwaiter().GetResult()!.Kind);
                    waiting.Remove(gone);
                    break;
            }

            Assert.Equal((running, waiting.Count), (gate.Running, gate.Waiting));
            Assert.All(waiting, w => Assert.False(w.Task.IsCompleted));
        }
    }

    private static InvocationCancellation Cancellation(out FakeTimeProvider time)
    {
        time = new FakeTimeProvider();
        var cancellation = new InvocationCancellation(time);
        cancellation.Arm(TimeSpan.FromSeconds(10));
        return cancellation;
    }
}
