using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>A function in a language without native programs beside one in C, on a target that runs modules and one that runs programs.</summary>
public sealed class NativeProgramCheckTests
{
    private const string Measures = "  - { kind: start, functions: [hello, hello-go], states: [N3] }\n";

    [Fact]
    public async Task A_target_of_native_programs_leaves_it_out_and_the_report_says_why()
    {
        var (suite, targets, functions) = await OpenAsync();

        var warning = Assert.Single(RunChecks.Run(new RunIntent
        {
            Suite = suite,
            Options = SmallSuite.Options("/nowhere", []),
            Targets = targets,
            WithoutNative = functions.WithoutNative,
            Cores = new CpuSet(0, [1], Shared: false),
            Machine = new MachineRecord { GeneratorCeilingPerSecond = 100_000 },
            AvailableBytes = 8L << 30,
            NoMemoryLimit = null,
        }), w => w.Code == "function-left-out");

        Assert.Equal("'process' leaves out 'hello-go': 'hello-go' has no native program: go is built for WebAssembly alone. Measure a build in c or rust.", warning.Message);
    }

    [Fact]
    public async Task Everything_else_is_measured()
    {
        var (suite, targets, functions) = await OpenAsync();

        var cells = RunPlan.Cells(suite, targets, functions.WithoutNative).Select(c => $"{c.Target} {c.Workload.Label}");

        Assert.Equal(["wasmtime hello", "wasmtime hello-go", "process hello"], cells);
    }

    private static async Task<(Suite Suite, IReadOnlyDictionary<string, ITarget> Targets, FunctionCatalogue Functions)> OpenAsync()
    {
        var suite = SmallSuite.Of("wasmtime, process", Measures);
        var functions = await FunctionCatalogue.OpenAsync(Library.Open, suite, TestContext.Current.CancellationToken);
        return (suite, suite.Targets.ToDictionary(t => t.Name, TargetCatalogue.Create), functions);
    }
}
