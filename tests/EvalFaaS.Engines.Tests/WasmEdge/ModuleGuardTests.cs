using EvalFaaS.Engines.WasmEdge;
using EvalFaaS.Model;
using static EvalFaaS.Engines.Tests.WasmEdge.WasmEdgeFixture;

namespace EvalFaaS.Engines.Tests.WasmEdge;

public sealed class ModuleGuardTests
{
    [Theory]
    [InlineData("r")]
    [InlineData("i")]
    public async Task Endless_recursion_direct_or_through_a_table_ends_as_a_stack_overflow(string request)
    {
        var fault = await FaultAsync(request);

        Assert.Equal(FaultKind.StackOverflow, fault?.Kind);
    }

    [Fact]
    public async Task A_trap_after_memory_was_refused_is_told_apart()
    {
        var fault = await FaultAsync("m", new InvocationLimits { MemoryBytes = 4 << 20 });

        Assert.Equal(FaultKind.MemoryLimit, fault?.Kind);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("T")]
    public async Task A_trap_after_table_elements_were_refused_is_told_apart(string request)
    {
        var fault = await FaultAsync(request);

        Assert.Equal(FaultKind.TableLimit, fault?.Kind);
    }

    [Fact]
    public async Task Every_way_out_of_a_function_gives_its_room_back_and_the_start_function_runs_under_the_limits()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Asset("returns"));
        var invocation = new TestInvocation();

        var outcome = await InvokeAsync(module, invocation);

        Assert.Equal((null, "5*"), (outcome.Fault?.Message, await invocation.ResponseTextAsync()));
    }

    [Fact]
    public void Functions_that_cannot_recur_are_copied_as_they_are()
    {
        var module = File.ReadAllBytes(Asset("faults").Path);

        // fibonacci branches: counting in it takes more than an empty loop, and no other function differs.
        var difference = ModuleGuard.Apply(module, aheadOfTime: false).Length - ModuleGuard.Apply(module, aheadOfTime: true).Length;

        Assert.InRange(difference, 1, 50);
    }

    [Fact]
    public void Names_kept_for_the_host_are_refused()
    {
        var module = File.ReadAllBytes(Asset("faults").Path);
        var name = module.AsSpan().IndexOf("evalfaas_alloc"u8);
        module[name + "evalfaas".Length] = (byte)':';

        var refusal = Assert.Throws<FaultException>(() => ModuleGuard.Apply(module, aheadOfTime: false));

        Assert.Equal(FaultKind.ModuleUnsupported, refusal.Fault.Kind);
    }

    [Fact]
    public void A_function_with_more_locals_than_any_compiler_writes_is_refused()
    {
        // (func (local i32 x 100,000))
        byte[] module = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 1, 0xA0, 0x8D, 6, 0x7F, 0x0B];

        var refusal = Assert.Throws<FaultException>(() => ModuleGuard.Apply(module, aheadOfTime: false));

        Assert.Contains("100000 locals", refusal.Message);
    }
}
