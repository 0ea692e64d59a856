using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>Programs of the public wasi-testsuite as a person runs them. One class an engine, so that engines run beside each other.</summary>
public abstract class WasiSuiteTests(string engine)
{
    private static readonly string[] All = [.. SuiteFolder.Programs.DefaultIfEmpty("every program")];

    /// <summary>All 72 programs.</summary>
    public static TheoryData<string> Programs => [.. All];

    /// <summary>A third of them: two seconds of compiling each are too long for all, which the engine's own tests run.</summary>
    public static TheoryData<string> EveryThirdProgram => [.. All.Where((_, index) => index % 3 == 0)];

    protected async Task RunAsync(string program)
    {
        if (SuiteFolder.WhyAbsent is { } why) Assert.Skip(why);
        CliEngines.SkipIfAbsent(engine);
        var specification = SuiteProgram.Read(Path.Combine(SuiteFolder.Path!, program + ".wasm"));
        using var folder = new TemporaryFolder();
        string[] options =
        [
            "--engine", engine, "--timeout", "1m",
            .. specification.Root is { } root ? (string[])["--dir", folder.CopyOf(root) + "::/"] : [],
            .. specification.Variables.SelectMany(v => (string[])["--env", $"{v.Key}={v.Value}"]),
        ];

        var result = await Cli.RunAsync(["module", "run", .. options, specification.Path, .. specification.Arguments]);

        Assert.True(specification.ExitCode == result.ExitCode, result.ToString());
        if (specification.Output is { } output) Assert.Equal(output, result.Output);
    }
}

public sealed class WasmtimeWasiSuiteTests() : WasiSuiteTests("wasmtime")
{
    [Theory, MemberData(nameof(Programs))]
    public Task A_program_of_the_suite_ends_as_it_expects(string program) => RunAsync(program);
}

public sealed class WasmEdgeInterpreterWasiSuiteTests() : WasiSuiteTests("wasmedge-interp")
{
    [Theory, MemberData(nameof(Programs))]
    public Task A_program_of_the_suite_ends_as_it_expects(string program) => RunAsync(program);
}

public sealed class WasmEdgeWasiSuiteTests() : WasiSuiteTests("wasmedge")
{
    [Theory, MemberData(nameof(EveryThirdProgram))]
    public Task A_program_of_the_suite_ends_as_it_expects(string program) => RunAsync(program);
}
