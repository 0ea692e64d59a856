using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>The 72 programs of the public wasi-testsuite, on every engine.</summary>
public sealed class WasiSuiteTests(SuiteEngines engines) : IClassFixture<SuiteEngines>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var provider in SuiteEngines.Providers)
                foreach (var program in SuiteFolder.Programs.DefaultIfEmpty("every program"))
                    cases.Add(provider.Name, program);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_program_of_the_suite_ends_as_it_expects(string engine, string program)
    {
        if (SuiteFolder.WhyAbsent is { } why) Assert.Skip(why);
        var specification = SuiteProgram.Read(Path.Combine(SuiteFolder.Path!, program + ".wasm"));
        using var folder = new TemporaryFolder();
        var invocation = new TestInvocation(limits: new InvocationLimits { Timeout = TimeSpan.FromMinutes(1) })
        {
            IsProcess = true,
            GuestEnvironment = new GuestEnvironment
            {
                Name = Path.GetFileName(program) + ".wasm",
                Arguments = [.. specification.Arguments],
                Variables = [.. specification.Variables],
                Directories = specification.Root is { } root ? [new DirectoryGrant(folder.CopyOf(root), "/", ReadOnly: false)] : [],
            },
        };
        var outcome = await RunAsync(engines.Get(engine), specification.Path, folder.Path, invocation);

        var said = $"{outcome.Fault?.Message} {invocation.Logged}";
        Assert.True(specification.ExitCode == (outcome.IsOk ? 0 : outcome.Fault!.ExitCode ?? -1), said);
        if (specification.Output is { } output) Assert.Equal(output, await invocation.ResponseTextAsync());
    }

    private static async Task<Outcome> RunAsync(IWasmEngine engine, string path, string folder, TestInvocation invocation)
    {
        var token = TestContext.Current.CancellationToken;
        var file = ModuleFile.Open(path);
        string? code = null;
        if (engine.Description.Capabilities.AheadOfTime) await engine.CompileAsync(file, code = Path.Combine(folder, "code"), token);
        using var module = await engine.LoadAsync(file, code, StandardImports.All, token);
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        return await instance.InvokeAsync(invocation, invocation.Cancellation);
    }
}
