using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class ProposalTests(EngineLab lab)
{
    public static TheoryData<string> Engines => EngineLab.Names;

    public static TheoryData<string, string> Standard => Each(
        ("SIMD", "(i64.shl (i64x2.extract_lane 0 (i64x2.add (i64x2.splat (i64.const 3)) (i64x2.splat (i64.const 4)))) (i64.const 0)) (drop) (i64.const 0)"),
        ("bulk memory", "(memory.fill (i32.const 0) (i32.const 7) (i32.const 100)) (memory.copy (i32.const 200) (i32.const 0) (i32.const 100)) (i64.const 0)"),
        ("sign extension", "(drop (i32.extend8_s (i32.const 255))) (i64.const 0)"),
        ("saturating conversions", "(drop (i32.trunc_sat_f32_s (f32.const 1e20))) (i64.const 0)"),
        ("multi-value", "(i64.const 0) (i32.const 1) (block (param i32) (result i32 i32) (i32.const 2)) (drop) (drop)"),
        ("reference types", "(drop (ref.is_null (ref.null extern))) (i64.const 0)"));

    [Theory, MemberData(nameof(Standard))]
    public async Task Standard_proposals_run(string engine, string handler) =>
        Assert.Null((await lab.InvokeAsync(engine, Guests.Reactor(handler), new TestInvocation("x"))).Fault);

    [Theory, MemberData(nameof(Engines))]
    public async Task Several_tables_of_references_run(string engine)
    {
        var wat = Guests.Reactor("""
            (table.set $b (i32.const 1) (ref.func $handle))
            (drop (table.grow $a (ref.null extern) (i32.const 3)))
            (drop (table.size $a)) (i64.const 0)
            """, more: """(table $a 1 externref) (table $b 2 4 funcref) (elem declare func $handle)""");
        Assert.Null((await lab.InvokeAsync(engine, wat, new TestInvocation("x"))).Fault);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Mutable_globals_are_exported(string engine)
    {
        var wat = Guests.Reactor("(global.set $g (i32.const 5)) (i64.const 0)", more: """(global $g (export "g") (mut i32) (i32.const 0))""");
        Assert.Null((await lab.InvokeAsync(engine, wat, new TestInvocation("x"))).Fault);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_proposal_that_is_not_switched_on_is_named(string engine)
    {
        var thrown = await Assert.ThrowsAsync<FaultException>(() =>
            lab.LoadAsync(engine, Guests.Reactor("(return_call $handle (local.get $at) (local.get $length))")));
        Assert.Equal(FaultKind.ModuleUnsupported, thrown.Fault.Kind);
        Assert.Contains(nameof(WasmFeatures.TailCalls), thrown.Message);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_further_proposal_runs_where_it_is_switched_on(string name)
    {
        using var engine = EngineLab.Create(name, new EngineOptions { MaximumInstances = 2, ExtraFeatures = WasmFeatures.TailCalls });
        Assert.SkipUnless(engine.Description.Capabilities.Features.HasFlag(WasmFeatures.TailCalls), $"{name} has no tail calls");
        var wat = Guests.Reactor("(return_call $done)", more: "(func $done (result i64) (i64.const 0))");
        using var module = await lab.LoadAsync(engine, lab.File(wat));
        Assert.Null((await EngineLab.InvokeAsync(module, new TestInvocation("x"))).Fault);
    }

    private static TheoryData<string, string> Each(params (string Label, string Handler)[] cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var engine in EngineLab.Names)
            foreach (var (label, handler) in cases) data.Add(new TheoryDataRow<string, string>(engine.Data, handler) { TestDisplayName = $"{label} runs on {engine.Data}" });
        return data;
    }
}
