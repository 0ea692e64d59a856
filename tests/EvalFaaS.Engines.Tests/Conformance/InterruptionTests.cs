using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class InterruptionTests(EngineLab lab)
{
    private const string Imports = """
        (import "evalfaas" "body_write" (func $write (param i32 i32) (result i32)))
        (import "evalfaas" "body_read" (func $read (param i32 i32) (result i32)))
        """;

    // Both send more than the host holds back before they stop giving signs of life.
    private const string Sign = "(drop (call $write (i32.const 0) (i32.const 70000)))";

    private static readonly string Loop = Guests.Reactor($"{Sign} (loop $again (br $again)) (i64.const 0)", imports: Imports);

    private static readonly string Wait = Guests.Reactor($"{Sign} (drop (call $read (i32.const 0) (i32.const 100))) (i64.const 0)", imports: Imports);

    private static readonly InvocationLimits Short = new() { Timeout = TimeSpan.FromMilliseconds(50) };

    public static TheoryData<string> Engines => EngineLab.Names;

    public static MatrixTheoryData<string, CancelReason, Activity> Reasons => new(
        EngineLab.Names.Select(n => n.Data),
        [CancelReason.ClientGone, CancelReason.Drain, CancelReason.Kill, CancelReason.Budget],
        [Activity.Loop, Activity.Wait]);

    /// <summary>What the guest does when it is cancelled.</summary>
    public enum Activity
    {
        Loop,
        Wait,
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_deadline_ends_an_endless_loop(string engine)
    {
        NeedsInterruption(engine);
        Assert.Equal(FaultKind.Deadline, (await lab.InvokeAsync(engine, Loop, new TestInvocation(limits: Short))).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_deadline_ends_a_host_call_that_waits(string engine)
    {
        var invocation = new TestInvocation(new Pipe().Reader, null, limits: Short);
        Assert.Equal(FaultKind.Deadline, (await lab.InvokeAsync(engine, Wait, invocation)).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_deadline_ends_an_endless_start_function(string engine)
    {
        NeedsInterruption(engine);
        var wat = Guests.Reactor("(i64.const 0)", more: "(func $start (loop $again (br $again))) (start $start)");
        FaultKind? kind;
        try
        {
            kind = (await lab.InvokeAsync(engine, wat, new TestInvocation(limits: Short))).Fault?.Kind;
        }
        catch (FaultException e)
        {
            kind = e.Fault.Kind;
        }

        Assert.Equal(FaultKind.Deadline, kind);
    }

    [Theory, MemberData(nameof(Reasons))]
    public async Task Each_reason_ends_the_guest_with_its_fault(string engine, CancelReason reason, Activity guest)
    {
        NeedsInterruption(engine);
        var response = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var invocation = new TestInvocation(new Pipe().Reader, null) { ResponseWriter = response.Writer };
        using var module = await lab.LoadAsync(engine, guest == Activity.Loop ? Loop : Wait);
        var running = Task.Run(() => EngineLab.InvokeAsync(module, invocation), TestContext.Current.CancellationToken);
        await response.Reader.ReadAsync(TestContext.Current.CancellationToken);
        invocation.Cancellation.Request(reason);
        Assert.Equal(Faults.Cancelled(reason).Kind, (await running).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_invocation_cancelled_before_it_begins_does_not_run(string engine)
    {
        var invocation = new TestInvocation("x");
        using var module = await lab.LoadAsync(engine, Guests.Echo);
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        invocation.Cancellation.Request(CancelReason.ClientGone);
        Assert.Equal(FaultKind.ClientGone, (await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault?.Kind);
    }

    private void NeedsInterruption(string engine) =>
        Assert.SkipUnless(lab.Engine(engine).Description.Capabilities.Interruptible, $"{engine} cannot be interrupted");
}
