using System.Diagnostics;
using System.IO.Pipelines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerDeathTests : IDisposable
{
    private readonly WorkerFixture _fixture = new(new PoolSize(Ready: 1, Most: 1));

    [Fact]
    public async Task A_worker_killed_while_busy_is_one_failed_invocation_that_may_be_retried()
    {
        var loop = await _fixture.LoadAsync(WorkerGuests.Loop);
        var echo = await _fixture.LoadAsync(Guests.Echo);
        var (running, process) = await StartLoopAsync(loop);
        await KillAsync(process);
        var fault = (await running).Fault!;
        Assert.Equal(FaultKind.WorkerLost, fault.Kind);
        Assert.True(fault.RetryMayHelp);
        Assert.Contains("signal 9, killed", fault.Message);

        var next = new TestInvocation("alive");
        Assert.Null((await WorkerFixture.InvokeAsync(echo, next)).Fault);
        Assert.Equal("alive", await next.ResponseTextAsync());
    }

    [Fact]
    public async Task A_worker_killed_while_idle_is_replaced_and_nobody_notices()
    {
        var echo = await _fixture.LoadAsync(Guests.Echo);
        for (var i = 0; i < 3; i++)
        {
            await KillAsync((await WorkerAsync()).ProcessId);
            var invocation = new TestInvocation($"call {i}");
            Assert.Null((await WorkerFixture.InvokeAsync(echo, invocation)).Fault);
            Assert.Equal($"call {i}", await invocation.ResponseTextAsync());
            // The new worker had to load the module first.
            Assert.Equal(StartState.ArtefactOnDisk, invocation.Ledger.StartState);
        }
    }

    [Fact]
    public async Task A_guest_that_cannot_be_interrupted_is_ended_with_its_worker_some_time_after_its_deadline()
    {
        var loop = await _fixture.LoadAsync(WorkerGuests.Loop);
        var (running, process) = await StartLoopAsync(loop, new InvocationLimits { Timeout = TimeSpan.FromSeconds(1) });
        // A stopped process cannot be asked anything.
        using (var stop = Process.Start("kill", ["-STOP", process.ToString()])) await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(FaultKind.Deadline, (await running).Fault?.Kind);
        Assert.DoesNotContain(_fixture.Engine.Pool.All, w => w.ProcessId == process);
    }

    [Fact]
    public async Task Disposing_the_engine_ends_its_workers()
    {
        await _fixture.LoadAsync(Guests.Echo);
        var process = Process.GetProcessById(Assert.Single(_fixture.Engine.Pool.All).ProcessId);
        _fixture.Engine.Dispose();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(CancelReason.ClientGone)]
    [InlineData(CancelReason.Drain)]
    [InlineData(CancelReason.Kill)]
    public async Task A_reason_ends_a_loop_and_the_worker_lives_on(CancelReason reason)
    {
        var loop = await _fixture.LoadAsync(WorkerGuests.Loop);
        var invocation = Loop(out var output);
        var running = WorkerFixture.InvokeAsync(loop, invocation);
        await output.ReadAsync(TestContext.Current.CancellationToken);
        var process = Assert.Single(_fixture.Engine.Pool.All).ProcessId;
        invocation.Cancellation.Request(reason);
        Assert.Equal(Faults.Cancelled(reason).Kind, (await running).Fault?.Kind);
        Assert.Equal(process, Assert.Single(_fixture.Engine.Pool.All).ProcessId);
    }

    [Fact]
    public async Task A_deadline_ends_a_loop_and_the_worker_lives_on()
    {
        var loop = await _fixture.LoadAsync(WorkerGuests.Loop);
        var (running, process) = await StartLoopAsync(loop, new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(FaultKind.Deadline, (await running).Fault?.Kind);
        Assert.Equal(process, Assert.Single(_fixture.Engine.Pool.All).ProcessId);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<(Task<Outcome> Running, int Process)> StartLoopAsync(CompiledModule loop, InvocationLimits? limits = null)
    {
        var running = WorkerFixture.InvokeAsync(loop, Loop(out var output, limits));
        await output.ReadAsync(TestContext.Current.CancellationToken);
        return (running, Assert.Single(_fixture.Engine.Pool.All).ProcessId);
    }

    private static TestInvocation Loop(out PipeReader output, InvocationLimits? limits = null)
    {
        var pipe = new Pipe();
        output = pipe.Reader;
        return new TestInvocation("", limits: limits) { IsProcess = true, ResponseWriter = pipe.Writer };
    }

    private async Task<WorkerProcess> WorkerAsync()
    {
        var worker = await _fixture.Engine.Pool.TakeAsync(new WorkerClaim(), null, TestContext.Current.CancellationToken);
        _fixture.Engine.Pool.Return(worker);
        return worker;
    }

    private static async Task KillAsync(int process)
    {
        using var killed = Process.GetProcessById(process);
        killed.Kill();
        await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
