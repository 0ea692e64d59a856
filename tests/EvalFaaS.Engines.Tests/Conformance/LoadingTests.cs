using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class LoadingTests(EngineLab lab)
{
    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_loaded_module_answers(string engine)
    {
        var invocation = new TestInvocation("hello");
        Assert.Null((await lab.InvokeAsync(engine, Guests.Echo, invocation)).Fault);
        Assert.Equal("hello", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Code_on_disk_is_loaded_by_another_engine_of_the_same_fingerprint(string name)
    {
        var first = lab.Engine(name);
        Assert.SkipUnless(first.Description.Capabilities.AheadOfTime, $"{name} makes no ahead-of-time code");
        var code = Path.GetTempFileName();
        var file = lab.File(Guests.Echo);
        await first.CompileAsync(file, code, TestContext.Current.CancellationToken);
        using var second = EngineLab.Create(name, new EngineOptions { MaximumInstances = 2 });
        Assert.Equal(first.Description.CodeFingerprint, second.Description.CodeFingerprint);
        using var module = await second.LoadAsync(file, code, StandardImports.All, TestContext.Current.CancellationToken);
        File.Delete(code);
        var invocation = new TestInvocation("again");
        Assert.Null((await EngineLab.InvokeAsync(module, invocation)).Fault);
        Assert.Equal("again", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public void Settings_that_change_code_change_the_fingerprint(string name)
    {
        Assert.SkipUnless(lab.Engine(name).Description.Capabilities.AheadOfTime, $"{name} makes no ahead-of-time code");
        using var other = EngineLab.Create(name, new EngineOptions { MaximumInstances = 2, ExtraFeatures = WasmFeatures.TailCalls });
        Assert.NotEqual(lab.Engine(name).Description.CodeFingerprint, other.Description.CodeFingerprint);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_import_that_nobody_grants_is_named(string engine)
    {
        var wat = Guests.Reactor("(call $launch) (i64.const 0)", imports: """(import "rockets" "launch" (func $launch))""");
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.LoadAsync(engine, wat));
        Assert.Equal(FaultKind.ImportMissing, thrown.Fault.Kind);
        Assert.Contains("rockets.launch", thrown.Message);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_import_of_another_type_than_granted_is_missing(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)", imports: """(import "evalfaas" "log" (func (param i64)))""");
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.LoadAsync(engine, wat));
        Assert.Equal(FaultKind.ImportMissing, thrown.Fault.Kind);
        Assert.Contains("evalfaas.log", thrown.Message);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_import_that_is_no_function_is_missing(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)", imports: """(import "env" "memory2" (global i32))""");
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.LoadAsync(engine, wat));
        Assert.Equal(FaultKind.ImportMissing, thrown.Fault.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_module_without_a_contract_is_refused(string engine)
    {
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.LoadAsync(engine, """(module (memory (export "memory") 1))"""));
        Assert.Equal(FaultKind.ContractMismatch, thrown.Fault.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_handler_of_another_type_is_named(string engine)
    {
        var wat = """
            (module (memory (export "memory") 1)
              (func (export "evalfaas_version") (result i32) (i32.const 1))
              (func (export "evalfaas_alloc") (param i32) (result i32) (i32.const 0))
              (func (export "evalfaas_handle") (param i32) (result i64) (i64.const 0)))
            """;
        var thrown = await Assert.ThrowsAsync<FaultException>(() => lab.LoadAsync(engine, wat));
        Assert.Equal(FaultKind.ContractMismatch, thrown.Fault.Kind);
        Assert.Contains("evalfaas_handle", thrown.Message);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_version_of_the_contract_is_refused(string engine)
    {
        var wat = Guests.Echo.Replace("(result i32) (i32.const 1))", "(result i32) (i32.const 2))");
        var outcome = await lab.InvokeAsync(engine, wat, new TestInvocation("x"));
        Assert.Equal(FaultKind.ContractMismatch, outcome.Fault?.Kind);
    }
}
