using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>The 72 programs of the public wasi-testsuite as a person runs them. One class an engine, so that engines run beside each other.</summary>
public abstract class WasiSuiteTests(string engine)
{
    public static TheoryData<string> Programs => [.. SuiteFolder.Programs.DefaultIfEmpty("every program")];

    [Theory, MemberData(nameof(Programs))]
    public async Task A_program_of_the_suite_ends_as_it_expects(string program)
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

public sealed class WasmtimeWasiSuiteTests() : WasiSuiteTests("wasmtime");

public sealed class WasmEdgeWasiSuiteTests() : WasiSuiteTests("wasmedge");

public sealed class WasmEdgeInterpreterWasiSuiteTests() : WasiSuiteTests("wasmedge-interp");
