using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Functions;

public sealed class ModulePaddingTests(EngineModules modules)
{
    private static byte[] Hello => File.ReadAllBytes(Library.Open.Find("hello").ReactorPath);

    public static TheoryData<string> Engines => [.. EngineModules.Engines];

    [Theory]
    [InlineData("hello", 10_000)]
    [InlineData("hello", 1_000_000)]
    [InlineData("hello-go", 2_000_000)]
    public void A_module_has_about_the_size_that_was_asked(string name, int bytes) =>
        Assert.InRange(ModulePadding.Pad(File.ReadAllBytes(Library.Open.Find(name).ReactorPath), bytes).Length, bytes - 2 * PaddingCode.MostBytes, bytes);

    [Fact]
    public void A_module_that_is_large_already_stays_as_it_is() => Assert.Equal(Hello, ModulePadding.Pad(Hello, Hello.Length));

    [Fact]
    public void The_same_module_and_size_give_the_same_bytes()
    {
        Assert.Equal(ModulePadding.Pad(Hello, 50_000), ModulePadding.Pad(Hello, 50_000));
        // Held here so that results of different versions are about the same module.
        Assert.StartsWith("sha256:85b80249efacf745b0f410b1", ModuleDigest.Of(ModulePadding.Pad(Hello, 50_000)).ToString());
    }

    [Fact]
    public void What_a_module_shows_to_the_outside_does_not_change()
    {
        ModuleInterface own = ModuleInspector.Inspect(Hello), padded = ModuleInspector.Inspect(ModulePadding.Pad(Hello, 100_000));
        Assert.Equal(own.Contract, padded.Contract);
        Assert.Equal(own.Imports, padded.Imports);
        Assert.Equal(own.Exports, padded.Exports);
    }

    [Fact]
    public void What_is_no_module_with_code_is_refused() =>
        Assert.Contains("section 1 cannot be padded", Assert.Throws<ArgumentException>(() => ModulePadding.Pad([0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0], 10_000)).Message);

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_engine_takes_it_and_it_answers_as_before(string engine)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("padded.wasm");
        await File.WriteAllBytesAsync(path, ModulePadding.Pad(Hello, 60_000), TestContext.Current.CancellationToken);
        var module = await modules.LoadAsync(engine, path);
        var expected = Library.Open.Find("hello").Function.DefaultCase;
        using var instance = await EngineCaseTests.InstantiateAsync(module);
        CaseAssert.Matches(expected.Response, await EngineCaseTests.InvokeAsync(instance, expected.Request));
    }

    [Theory]
    [InlineData("wasmtime")]
    [InlineData("wasmedge")]
    public async Task What_is_never_called_is_compiled_all_the_same(string engine)
    {
        var provider = EngineProviders.All.Single(p => p.Name == engine);
        Assert.SkipWhen(provider.WhyUnavailable() is not null, provider.WhyUnavailable() ?? "");
        using var folder = new TemporaryFolder();
        using var on = provider.Create(new EngineOptions { MaximumInstances = 1, Workers = 1 });
        var padding = 60_000 - Hello.Length;

        var grown = await CodeOfAsync(ModulePadding.Pad(Hello, 60_000)) - await CodeOfAsync(Hello);

        Assert.True(grown > padding, $"{padding} bytes more of WebAssembly are {grown} bytes more of machine code.");

        async Task<long> CodeOfAsync(byte[] bytes)
        {
            var path = folder.File($"{bytes.Length}.wasm");
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
            await on.CompileAsync(ModuleFile.Open(path), path + ".code", TestContext.Current.CancellationToken);
            return new FileInfo(path + ".code").Length;
        }
    }
}
