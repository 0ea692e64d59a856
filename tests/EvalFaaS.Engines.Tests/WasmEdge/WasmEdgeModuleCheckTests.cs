using EvalFaaS.Model;
using static EvalFaaS.Engines.Tests.WasmEdge.WasmEdgeFixture;

namespace EvalFaaS.Engines.Tests.WasmEdge;

public sealed class WasmEdgeModuleCheckTests
{
    [Fact]
    public async Task A_memory_minimum_over_the_limit_is_refused_before_the_library_cuts_it_down()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);
        var invocation = new TestInvocation("echo", limits: new InvocationLimits { MemoryBytes = 64 << 10 });

        var refusal = await Assert.ThrowsAsync<FaultException>(() => InvokeAsync(module, invocation));

        Assert.Equal(FaultKind.MemoryLimit, refusal.Fault.Kind);
    }

    [Fact]
    public async Task A_table_minimum_over_the_limit_is_refused()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);
        var invocation = new TestInvocation("echo", limits: new InvocationLimits { TableElements = 4 });

        var refusal = await Assert.ThrowsAsync<FaultException>(() => InvokeAsync(module, invocation));

        Assert.Equal(FaultKind.TableLimit, refusal.Fault.Kind);
    }

    [Fact]
    public async Task An_import_that_nobody_grants_is_named()
    {
        using var engine = Engine();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => engine.LoadAsync(Misbehaving, null, new HostImports([]), TestContext.Current.CancellationToken).AsTask());

        Assert.Contains("evalfaas.log", refusal.Message);
    }

    [Fact]
    public async Task An_import_granted_with_another_type_is_refused()
    {
        using var engine = Engine();
        var granted = new HostImports([new HostFunction("evalfaas", "log", new FunctionType([], []), (in HostCall _) => HostResult.Continue)]);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => engine.LoadAsync(Misbehaving, null, granted, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(FaultKind.ImportMissing, refusal.Fault.Kind);
    }

    [Fact]
    public async Task A_proposal_that_is_not_switched_on_is_refused_by_its_name()
    {
        using var engine = Engine();
        var module = Misbehaving with { Interface = Misbehaving.Interface with { Features = WasmFeatures.TailCalls } };

        var refusal = await Assert.ThrowsAsync<FaultException>(() => LoadAsync(engine, module).AsTask());

        Assert.Contains(nameof(WasmFeatures.TailCalls), refusal.Message);
    }

    [Fact]
    public async Task A_budget_without_counting_is_refused()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => InvokeAsync(module, new TestInvocation("echo", limits: new InvocationLimits { Fuel = 1 })));

        Assert.Equal(FaultKind.ModuleUnsupported, refusal.Fault.Kind);
    }
}
