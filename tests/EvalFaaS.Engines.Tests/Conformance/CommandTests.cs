using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class CommandTests(EngineLab lab)
{
    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_command_that_returns_has_answered(string engine) =>
        Assert.Null((await lab.InvokeAsync(engine, Command("nop"), new TestInvocation())).Fault);

    [Theory, MemberData(nameof(Engines))]
    public async Task Exit_code_zero_is_a_good_end(string engine) =>
        Assert.Null((await lab.InvokeAsync(engine, Command("(call $exit (i32.const 0))"), new TestInvocation())).Fault);

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_exit_code_is_a_fault_that_tells_it(string engine)
    {
        var fault = (await lab.InvokeAsync(engine, Command("(call $exit (i32.const 42))"), new TestInvocation())).Fault;
        Assert.Equal(FaultKind.GuestFailed, fault?.Kind);
        Assert.Equal(42, fault?.ExitCode);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_command_s_instance_ends_with_it(string engine)
    {
        using var module = await lab.LoadAsync(engine, Command("nop"));
        var invocation = new TestInvocation();
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
        Assert.False(instance.Reusable);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_reactor_that_exits_has_failed(string engine)
    {
        var wat = Guests.Reactor("(call $exit (i32.const 0)) (i64.const 0)", imports: """(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))""");
        Assert.Equal(FaultKind.GuestFailed, (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault?.Kind);
    }

    private static string Command(string body) => $"""
        (module
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (func (export "_start") {body}))
        """;
}
