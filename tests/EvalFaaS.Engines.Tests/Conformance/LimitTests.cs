using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class LimitTests(EngineLab lab)
{
    private const string WriteImport = """(import "evalfaas" "body_write" (func $write (param i32 i32) (result i32)))""";

    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Memory_grows_to_its_limit_and_no_further_and_the_guest_goes_on(string engine)
    {
        NeedsGrowthLimits(engine);
        // 1 MiB are 16 pages: two are there, fourteen more fit, the fifteenth does not.
        var wat = Guests.Reactor("""
            (if (i32.ne (memory.grow (i32.const 14)) (i32.const 2)) (then (unreachable)))
            (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))
            (i64.const 0)
            """);
        Assert.Null((await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { MemoryBytes = 1 << 20 }))).Fault);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_memory_bomb_is_a_memory_limit_fault(string engine)
    {
        NeedsGrowthLimits(engine);
        var wat = Guests.Reactor("(loop $again (br_if $again (i32.ne (memory.grow (i32.const 4)) (i32.const -1)))) unreachable");
        var fault = (await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { MemoryBytes = 8 << 20 }))).Fault;
        Assert.Equal(FaultKind.MemoryLimit, fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_module_that_starts_above_its_memory_limit_is_not_instantiated(string engine)
    {
        using var module = await lab.LoadAsync(engine, Guests.Reactor("(i64.const 0)", memory: """(memory (export "memory") 32)"""));
        var invocation = new TestInvocation(limits: new InvocationLimits { MemoryBytes = 1 << 20 });
        Assert.Equal(FaultKind.MemoryLimit, await FaultAsync(module, invocation));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_table_grows_to_its_limit_and_no_further_and_the_guest_goes_on(string engine)
    {
        NeedsGrowthLimits(engine);
        var wat = Guests.Reactor("""
            (if (i32.ne (table.grow $t (ref.null func) (i32.const 90)) (i32.const 10)) (then (unreachable)))
            (if (i32.ne (table.grow $t (ref.null func) (i32.const 1)) (i32.const -1)) (then (unreachable)))
            (i64.const 0)
            """, more: "(table $t 10 funcref)");
        Assert.Null((await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { TableElements = 100 }))).Fault);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_table_bomb_is_a_table_limit_fault(string engine)
    {
        NeedsGrowthLimits(engine);
        var wat = Guests.Reactor(
            "(loop $again (br_if $again (i32.ne (table.grow $t (ref.null func) (i32.const 100)) (i32.const -1)))) unreachable",
            more: """(table $t (export "table") 10 funcref)""");
        Assert.Equal(FaultKind.TableLimit, (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_module_that_starts_above_its_table_limit_is_not_instantiated(string engine)
    {
        using var module = await lab.LoadAsync(engine, Guests.Reactor("(i64.const 0)", more: "(table 200 funcref)"));
        Assert.Equal(FaultKind.TableLimit, await FaultAsync(module, new TestInvocation(limits: new InvocationLimits { TableElements = 100 })));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_output_flood_is_a_response_too_large(string engine)
    {
        var wat = Guests.Reactor("(loop $again (drop (call $write (i32.const 0) (i32.const 65536))) (br $again)) (i64.const 0)", imports: WriteImport);
        var fault = (await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { ResponseBytes = 1 << 20 }))).Fault;
        Assert.Equal(FaultKind.ResponseTooLarge, fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_last_buffer_over_the_limit_is_a_response_too_large(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0x0000000000010001)");
        var fault = (await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { ResponseBytes = 65536 }))).Fault;
        Assert.Equal(FaultKind.ResponseTooLarge, fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_request_over_its_limit_is_refused(string engine)
    {
        var fault = (await lab.InvokeAsync(engine, Guests.Echo, new TestInvocation(new string('x', 1001), limits: new InvocationLimits { RequestBytes = 1000 }))).Fault;
        Assert.Equal(FaultKind.RequestTooLarge, fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Log_output_beyond_its_limit_is_dropped(string engine)
    {
        var wat = Guests.Reactor("(call $log (i32.const 1) (i32.const 0) (i32.const 600)) (call $log (i32.const 1) (i32.const 0) (i32.const 600)) (i64.const 0)",
            imports: """(import "evalfaas" "log" (func $log (param i32 i32 i32)))""");
        var invocation = new TestInvocation(limits: new InvocationLimits { LogBytes = 1000 });
        Assert.Null((await lab.InvokeAsync(engine, wat, invocation)).Fault);
        Assert.Equal(1000, invocation.Logged.Length);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_instruction_budget_ends_the_guest(string name)
    {
        using var engine = EngineLab.Create(name, new EngineOptions { MaximumInstances = 4, Fuel = true });
        Assert.SkipUnless(engine.Description.Capabilities.Budget, $"{name} does not count instructions");
        using var module = await lab.LoadAsync(engine, lab.File(Guests.Reactor("(loop $again (br $again)) (i64.const 0)")));
        var fault = (await EngineLab.InvokeAsync(module, new TestInvocation(limits: new InvocationLimits { Fuel = 100_000 }))).Fault;
        Assert.Equal(FaultKind.Budget, fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_invocation_on_a_reused_instance_has_its_own_budget(string name)
    {
        using var engine = EngineLab.Create(name, new EngineOptions { MaximumInstances = 4, Fuel = true });
        Assert.SkipUnless(engine.Description.Capabilities is { Budget: true, Reuse: true }, $"{name} does not count instructions or reuse instances");
        using var module = await lab.LoadAsync(engine, lab.File(Guests.Echo));
        var first = new TestInvocation(limits: new InvocationLimits { Fuel = 1_000 });
        using var instance = await module.InstantiateAsync(first.Limits, first.Cancellation);
        for (var i = 0; i < 200; i++)
        {
            var invocation = new TestInvocation("x", limits: first.Limits);
            Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
        }
    }

    private static async Task<FaultKind?> FaultAsync(CompiledModule module, TestInvocation invocation)
    {
        try
        {
            return (await EngineLab.InvokeAsync(module, invocation)).Fault?.Kind;
        }
        catch (FaultException e)
        {
            return e.Fault.Kind;
        }
    }

    private void NeedsGrowthLimits(string engine) =>
        Assert.SkipUnless(lab.Engine(engine).Description.Capabilities.GrowthLimits, $"{engine} does not limit growing for each instance");
}
