using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WasmtimeEngineTests(EngineLab lab)
{
    private const string Name = "wasmtime";

    [Fact]
    public void The_package_s_layout_is_the_one_declared() => Assert.Null(PackageLayout.Difference());

    [Fact]
    public async Task A_full_pool_makes_the_next_instance_wait()
    {
        using var engine = EngineLab.Create(Name, new EngineOptions { MaximumInstances = 1 });
        using var module = await lab.LoadAsync(engine, lab.File(Guests.Echo));
        var invocation = new TestInvocation("x");
        var first = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        var second = module.InstantiateAsync(invocation.Limits, invocation.Cancellation).AsTask();
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_fresh_instance_and_its_call_allocate_nothing_managed()
    {
        using var module = await lab.LoadAsync(Name, Guests.Reactor("(i64.const 0)"));
        var invocation = new TestInvocation();
        for (var i = 0; i < 100; i++) Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Once();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Once()
        {
            var instantiating = module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
            Assert.True(instantiating.IsCompletedSuccessfully);
            using var instance = instantiating.Result;
            Assert.True(instance.InvokeAsync(invocation, invocation.Cancellation).Result.IsOk);
        }
    }

    [Fact]
    public async Task A_thread_whose_stack_is_too_small_is_told_so()
    {
        using var module = await lab.LoadAsync(Name, Guests.Echo);
        InvocationFault? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    EngineLab.InvokeAsync(module, new TestInvocation("x")).GetAwaiter().GetResult();
                }
                catch (FaultException e)
                {
                    fault = e.Fault;
                }
            },
            maxStackSize: 512 << 10);
        thread.Start();
        thread.Join();
        Assert.Equal(FaultKind.Internal, fault?.Kind);
        Assert.Contains("1.5 MiB", fault?.Message);
    }

    [Fact]
    public async Task A_start_function_that_calls_an_import_is_told_to_use_initialize()
    {
        var wat = Guests.Reactor("(i64.const 0)", imports: """(import "evalfaas" "response_status" (func $status (param i32)))""",
            more: "(func $start (call $status (i32.const 200))) (start $start)");
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.InvokeAsync(Name, wat, new TestInvocation()));
        Assert.Contains("_initialize", thrown.Message);
    }

    [Fact]
    public async Task Code_of_other_settings_is_not_loaded()
    {
        using var other = EngineLab.Create(Name, new EngineOptions { MaximumInstances = 1, Fuel = true });
        var file = lab.File(Guests.Echo);
        var code = Path.GetTempFileName();
        await other.CompileAsync(file, code, TestContext.Current.CancellationToken);
        var thrown = await Assert.ThrowsAsync<FaultException>(
            () => lab.Engine(Name).LoadAsync(file, code, StandardImports.All, TestContext.Current.CancellationToken).AsTask());
        Assert.Contains("compile the module again", thrown.Message);
        File.Delete(code);
    }

    [Fact]
    public async Task Loaded_modules_count_against_the_budget_of_mappings_until_they_are_disposed()
    {
        var budget = new MappingBudget(4_000);
        using var engine = EngineLab.Create(Name, new EngineOptions { MaximumInstances = 1, Mappings = budget });
        var before = budget.Used;
        var module = await lab.LoadAsync(engine, lab.File(Guests.Echo));
        Assert.Equal(before + module.Mappings, budget.Used);
        module.Dispose();
        Assert.Equal(before, budget.Used);
    }

    [Fact]
    public async Task A_module_finds_no_room_where_no_mappings_are_left()
    {
        using var engine = EngineLab.Create(Name, new EngineOptions { MaximumInstances = 1, Mappings = new MappingBudget(6) });
        var thrown = await Assert.ThrowsAsync<FaultException>(async () =>
        {
            using var first = await lab.LoadAsync(engine, lab.File(Guests.Echo));
        });
        Assert.Equal(FaultKind.NoCapacity, thrown.Fault.Kind);
    }
}
