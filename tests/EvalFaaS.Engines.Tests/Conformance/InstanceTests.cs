namespace EvalFaaS.Engines.Tests;

public sealed class InstanceTests(EngineLab lab)
{
    // Answers how often this instance was called, as one digit, from memory and from a global.
    private static readonly string Counter = Guests.Reactor("""
        (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
        (i32.store8 (i32.const 16) (i32.add (i32.load8_u (i32.const 16)) (i32.const 1)))
        (i32.store8 (i32.const 17) (i32.add (i32.const 48) (global.get $calls)))
        (i64.const 0x1000000002)
        """, more: """(global $calls (mut i32) (i32.const 0)) (data (i32.const 16) "0")""");

    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_instance_starts_with_fresh_state(string engine)
    {
        using var module = await lab.LoadAsync(engine, Counter);
        for (var i = 0; i < 20; i++)
        {
            var invocation = new TestInvocation();
            Assert.Null((await EngineLab.InvokeAsync(module, invocation)).Fault);
            Assert.Equal("11", await invocation.ResponseTextAsync());
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_reused_instance_keeps_its_state(string engine)
    {
        Assert.SkipUnless(lab.Engine(engine).Description.Capabilities.Reuse, $"{engine} does not reuse instances");
        using var module = await lab.LoadAsync(engine, Counter);
        var limits = new TestInvocation();
        using var instance = await module.InstantiateAsync(limits.Limits, limits.Cancellation);
        for (var i = 1; i < 6; i++)
        {
            Assert.True(instance.Reusable);
            var invocation = new TestInvocation();
            Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
            Assert.Equal($"{i}{i}", await invocation.ResponseTextAsync());
            Assert.Equal(i, instance.Invocations);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_instance_is_not_reusable_after_a_fault(string engine)
    {
        using var module = await lab.LoadAsync(engine, Guests.Reactor("unreachable"));
        var invocation = new TestInvocation();
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        Assert.NotNull((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
        Assert.False(instance.Reusable);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Instances_that_live_at_once_are_apart_and_have_names_of_their_own(string engine)
    {
        using var module = await lab.LoadAsync(engine, Counter);
        var instances = new List<WasmInstance>();
        for (var i = 0; i < 4; i++)
        {
            var invocation = new TestInvocation();
            instances.Add(await module.InstantiateAsync(invocation.Limits, invocation.Cancellation));
        }

        foreach (var instance in instances)
        {
            var invocation = new TestInvocation();
            Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
            Assert.Equal("11", await invocation.ResponseTextAsync());
        }

        Assert.Equal(4, instances.Select(i => i.Id).Distinct().Count());
        foreach (var instance in instances) instance.Dispose();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Initialisation_runs_once_before_the_first_request(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0x1000000001)", more: """
            (func (export "_initialize") (i32.store8 (i32.const 16) (i32.add (i32.load8_u (i32.const 16)) (i32.const 1))))
            (data (i32.const 16) "0")
            """);
        using var module = await lab.LoadAsync(engine, wat);
        var first = new TestInvocation();
        using var instance = await module.InstantiateAsync(first.Limits, first.Cancellation);
        Assert.Null((await instance.InvokeAsync(first, first.Cancellation)).Fault);
        Assert.Equal("1", await first.ResponseTextAsync());
        Assert.SkipUnless(instance.Reusable, $"{engine} does not reuse instances");
        var second = new TestInvocation();
        Assert.Null((await instance.InvokeAsync(second, second.Cancellation)).Fault);
        Assert.Equal("1", await second.ResponseTextAsync());
    }
}
