using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class IntegrityTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Damaged_code_is_compiled_anew_and_never_loaded(bool afterRestart)
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        if (afterRestart) await bench.ReopenAsync();
        else await bench.Runtime.ForceAsync(function, StartState.ArtefactOnDisk, TestContext.Current.CancellationToken);
        Flip(Single(bench, "*.code"));

        var call = await bench.CallAsync(bench.Find("hello"));

        Assert.Equal(Outcome.Ok, await call.Outcome);
        Assert.Equal(StartState.ArtefactAbsent, call.Ledger.StartState);
        Assert.Equal((1L, 2), (bench.Runtime.Counters.Corruptions, bench.Engine.Compiles));
    }

    [Fact]
    public async Task Code_without_its_digest_is_not_trusted()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        await bench.ReopenAsync();
        File.Delete(Single(bench, "*.sha256"));

        var call = await bench.CallAsync(bench.Find("hello"));

        Assert.Equal(StartState.ArtefactAbsent, call.Ledger.StartState);
    }

    [Fact]
    public async Task Truncated_code_is_compiled_anew()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        await bench.ReopenAsync();
        await File.WriteAllBytesAsync(Single(bench, "*.code"), [], TestContext.Current.CancellationToken);

        var call = await bench.CallAsync(bench.Find("hello"));

        Assert.Equal(Outcome.Ok, await call.Outcome);
    }

    [Fact]
    public async Task Code_of_an_engine_that_was_changed_is_not_used()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        await bench.Runtime.DisposeAsync();
        var changed = new FakeEngineProvider { Fingerprint = "f2" };
        await using var runtime = FunctionRuntime.Open(bench.Options, [changed], bench.Time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, bench.Files, StandardImports.All);

        var function = runtime.Find("default", "hello")!;
        Assert.Null(await runtime.ForceAsync(function, StartState.FreshInstance, TestContext.Current.CancellationToken));

        Assert.Equal(1, changed.Compiles);
        await runtime.DisposeAsync();
        bench.Open();
    }

    [Fact]
    public async Task A_damaged_module_is_fetched_again_from_its_source()
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "m.wasm");
        await File.WriteAllBytesAsync(file, TestModules.Reactor(), TestContext.Current.CancellationToken);
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync(with: r => r with { Bytes = null, Source = ModuleReference.File(file) });
        await bench.ReopenAsync();
        Flip(Single(bench, "*.wasm"));
        File.Delete(Single(bench, "*.code"));

        var call = await bench.CallAsync(bench.Find("hello"));

        Assert.Equal(Outcome.Ok, await call.Outcome);
        Assert.Equal(1, bench.Runtime.Counters.Fetches);
    }

    [Fact]
    public async Task A_damaged_module_that_was_sent_says_that_it_must_be_deployed_again()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        await bench.ReopenAsync();
        Flip(Single(bench, "*.wasm"));
        File.Delete(Single(bench, "*.code"));

        var fault = (await (await bench.CallAsync(bench.Find("hello"))).Outcome).Fault!;

        Assert.Equal(FaultKind.ModuleUnavailable, fault.Kind);
        Assert.Contains("Deploy it again", fault.Message);
    }

    private static string Single(RuntimeBench bench, string pattern) => Assert.Single(Directory.GetFiles(bench.Data, pattern, SearchOption.AllDirectories));

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
