using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class GuestThreadTests
{
    [Fact]
    public async Task A_guest_runs_on_the_callers_thread_where_nothing_speaks_against_it()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var seen = Capture(bench);
        var function = await bench.DeployAsync();

        var caller = Environment.CurrentManagedThreadId;
        var call = bench.Begin(function);

        Assert.True(call.Outcome.IsCompletedSuccessfully);
        Assert.Equal(caller, Assert.Single(seen).Id);
        call.Complete();
    }

    [Fact]
    public async Task A_functions_first_call_runs_on_a_guest_thread_since_nothing_is_known_of_it()
    {
        await using var bench = await RuntimeBench.StartAsync(Default);
        var seen = Capture(bench);
        var function = await bench.DeployAsync();

        await bench.CallAsync(function);

        Assert.StartsWith("guest ", Assert.Single(seen).Name);
    }

    [Fact]
    public async Task A_function_that_turns_out_quick_runs_on_the_callers_thread_and_one_that_gets_slow_does_not()
    {
        await using var bench = await RuntimeBench.StartAsync(Default);
        var seen = Capture(bench);
        var function = await bench.DeployAsync();

        bench.Engine.Guest = Taking(TimeSpan.FromMicroseconds(10));
        await bench.CallAsync(function);
        bench.Engine.Guest = Taking(TimeSpan.FromMilliseconds(20));
        await bench.CallAsync(function);
        await bench.CallAsync(function);

        Assert.Equal([true, false, true], seen.Select(s => s.Name?.StartsWith("guest ", StringComparison.Ordinal) == true));

        Func<InvocationContext, InvocationCancellation, ValueTask<Outcome>> Taking(TimeSpan duration) => (_, _) =>
        {
            seen.Add((Environment.CurrentManagedThreadId, Thread.CurrentThread.Name));
            bench.Time.Advance(duration);
            return new(Outcome.Ok);
        };
    }

    [Fact]
    public async Task A_small_body_on_its_way_holds_neither_a_thread_nor_a_place()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var seen = Capture(bench);
        var function = await bench.DeployAsync(with: r => r with { Concurrency = 1 });
        var body = new Pipe();
        var slow = bench.Begin(function, c => (c.Body, c.Length) = (body.Reader, 4));

        await bench.CallAsync(function);
        Assert.Single(seen);
        await body.Writer.WriteAsync(new byte[] { 1, 2, 3, 4 }, TestContext.Current.CancellationToken);
        Assert.False(slow.Outcome.IsCompleted);
        await body.Writer.CompleteAsync();

        Assert.Equal(Outcome.Ok, await slow.Outcome);
        slow.Complete();
    }

    [Fact]
    public async Task A_client_that_never_sends_its_body_is_ended_by_the_deadline()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        var slow = bench.Begin(function, c => (c.Body, c.Length) = (new Pipe().Reader, 4));

        bench.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(FaultKind.Deadline, (await slow.Outcome).Fault?.Kind);
        slow.Complete();
    }

    [Fact]
    public async Task A_large_body_on_its_way_is_awaited_on_a_guest_thread()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var seen = Capture(bench);
        var function = await bench.DeployAsync();

        await bench.CallAsync(function, c => (c.Body, c.Length) = (new Pipe().Reader, 1 << 20));

        Assert.StartsWith("guest ", Assert.Single(seen).Name);
    }

    [Fact]
    public async Task One_function_alone_runs_on_half_of_the_guest_threads()
    {
        await using var bench = await RuntimeBench.StartAsync(o => Default(o) with { GuestThreads = 4 });
        var function = await bench.DeployAsync();
        var (inside, most) = (0, 0);
        using var both = new Barrier(2);
        bench.Engine.Guest = (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            both.SignalAndWait(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref inside);
            bench.Time.Advance(TimeSpan.FromMilliseconds(50));
            return new(Outcome.Ok);
        };

        var calls = Enumerable.Range(0, 8).Select(_ => bench.Begin(function)).ToArray();
        await Task.WhenAll(calls.Select(c => c.Outcome));
        foreach (var call in calls) call.Complete();

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_function_that_holds_every_guest_thread_it_may_holds_up_no_other()
    {
        await using var bench = await RuntimeBench.StartAsync(o => Default(o) with { GuestThreads = 4 });
        var burning = await bench.DeployAsync("burning");
        var good = await bench.DeployAsync("good");
        using var inside = new CountdownEvent(2);
        using var end = new ManualResetEventSlim();
        bench.Engine.Guest = (context, _) =>
        {
            if (!context.Environment.Name.Contains("burning", StringComparison.Ordinal)) return new(Outcome.Ok);
            inside.Signal();
            end.Wait(TestContext.Current.CancellationToken);
            return new(Outcome.Ok);
        };
        // A third that got in would signal once too often, and fail.
        var calls = Enumerable.Range(0, 2).Select(_ => bench.Begin(burning)).ToList();
        inside.Wait(TestContext.Current.CancellationToken);
        calls.AddRange(Enumerable.Range(0, 6).Select(_ => bench.Begin(burning)));

        await bench.CallAsync(good);

        Assert.All(calls, c => Assert.False(c.Outcome.IsCompleted));
        inside.Reset(6);
        end.Set();
        await Task.WhenAll(calls.Select(c => c.Outcome));
        Assert.All(calls, c => Assert.Equal(Outcome.Ok, c.Outcome.Result));
        foreach (var call in calls) call.Complete();
    }

    [Fact]
    public async Task Guests_that_run_long_give_way_to_the_threads_that_take_requests()
    {
        await using var bench = await RuntimeBench.StartAsync(Default);
        var function = await bench.DeployAsync();
        var inside = 0;
        bench.Engine.Guest = (_, _) =>
        {
            inside = NiceOfThisThread();
            return new(Outcome.Ok);
        };

        await bench.CallAsync(function);

        Assert.Equal(Math.Min(19, NiceOfThisThread() + 5), inside);

        // proc(5): the 19th field, of which the second, in parentheses, may hold spaces.
        static int NiceOfThisThread() => int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[16]);
    }

    private static RuntimeOptions Default(RuntimeOptions options) => options with { GuestThreadThreshold = TimeSpan.FromMilliseconds(1) };

    private static List<(int Id, string? Name)> Capture(RuntimeBench bench)
    {
        var seen = new List<(int, string?)>();
        bench.Engine.Guest = (_, _) =>
        {
            seen.Add((Environment.CurrentManagedThreadId, Thread.CurrentThread.Name));
            return new(Outcome.Ok);
        };
        return seen;
    }
}
