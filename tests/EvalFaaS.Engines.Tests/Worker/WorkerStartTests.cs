using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-worker-start-").FullName;

    [Fact]
    public void A_worker_of_another_protocol_version_is_refused_with_both_versions()
    {
        // A greeting of 6 bytes: the magic "EVFW" and version 9.
        var fault = FaultOf(Script("""printf '\006\000\000\000\002\000\000\000EVFW\011\000' >&3; cat <&3 >/dev/null"""));
        Assert.Equal(FaultKind.EngineUnavailable, fault.Kind);
        Assert.Contains("speaks version 9 of the worker protocol, this program version 2", fault.Message);
    }

    [Fact]
    public void A_program_that_speaks_no_protocol_is_refused()
    {
        var fault = FaultOf(Script("""printf '\006\000\000\000\002\000\000\000HELLO!' >&3; cat <&3 >/dev/null"""));
        Assert.Contains("which is not the worker protocol", fault.Message);
    }

    [Fact]
    public void A_program_that_ends_at_once_is_told_with_its_exit_code() =>
        Assert.Contains("ended before it greeted (exit code 7)", FaultOf(Script("exit 7")).Message);

    [Fact]
    public void A_program_that_is_missing_is_named() =>
        Assert.Contains("/nowhere/worker", FaultOf("/nowhere/worker").Message);

    [Fact]
    public void An_engine_that_the_worker_does_not_know_is_told_with_those_it_knows()
    {
        var fault = Assert.Throws<FaultException>(() => new WorkerStarter("test", "wasmer", new EngineOptions()).Start()).Fault;
        Assert.Equal(FaultKind.EngineUnavailable, fault.Kind);
        Assert.Contains("wasmtime", fault.Message);
    }

    [Fact]
    public void The_description_is_the_inner_engines_behind_a_process()
    {
        using var engine = new WorkerEngineProvider("wasmtime-worker", "wasmtime").Create(new EngineOptions { Workers = 1, MaximumInstances = 4 });
        var description = engine.Description;
        Assert.Equal("wasmtime-worker", description.Name);
        Assert.True(description.Capabilities.InProcessSafe);
        Assert.Contains(new EngineSetting("boundary", "worker process", "set"), description.Settings);
    }

    [Fact]
    public async Task A_host_function_of_this_process_is_not_granted_across()
    {
        using var fixture = new WorkerFixture(new EngineOptions { Workers = 1, MaximumInstances = 4 });
        var wat = Guests.Reactor("(i64.const 0)", imports: """(import "here" "only" (func))""");
        var file = Wat.File(_folder, wat);
        var function = new HostFunction("here", "only", new FunctionType([], []), (in HostCall _) => HostResult.Continue);
        var thrown = await Assert.ThrowsAsync<FaultException>(() => fixture.Engine.LoadAsync(file, null, new HostImports([function]), TestContext.Current.CancellationToken).AsTask());
        Assert.Contains("here.only", thrown.Message);
    }

    [Fact]
    public async Task A_stub_answers_zeros_in_the_worker()
    {
        using var fixture = new WorkerFixture(new EngineOptions { Workers = 1, MaximumInstances = 4 });
        var wat = Guests.Reactor(
            "(i32.store8 (i32.const 16) (i32.add (i32.const 48) (call $strange (f64.const 7)))) (i64.const 0x1000000001)",
            imports: """(import "other" "host" (func $strange (param f64) (result i32)))""");
        using var module = await fixture.LoadAsync(wat, file => StubImports.Complete(StandardImports.All, file.Interface));
        var invocation = new TestInvocation();
        Assert.Null((await WorkerFixture.InvokeAsync(module, invocation)).Fault);
        Assert.Equal("0", await invocation.ResponseTextAsync());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static InvocationFault FaultOf(string program) =>
        Assert.Throws<FaultException>(() => new WorkerStarter("test", "wasmtime", new EngineOptions(), program).Start()).Fault;

    private string Script(string text)
    {
        var path = Path.Combine(_folder, "worker.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
