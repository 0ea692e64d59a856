using System.Diagnostics;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Containers whose program cannot be run, on a machine where crun can.</summary>
[Collection(RealTargets.Name)]
public sealed class BrokenContainerTests(NativeBuild native)
{
    [Fact]
    public async Task A_suite_whose_containers_never_answer_ends_with_code_1_and_a_report_that_says_why()
    {
        await native.ProgramAsync("hello");
        TargetMachine.Target("container");
        using var checkout = new TemporaryFolder();
        using var machine = new TargetMachine();
        CopyCheckout(checkout.Path);
        // A program that the kernel refuses to execute, and newer than its sources, so that it is not built anew.
        await File.WriteAllTextAsync(checkout.File("scenarios/functions/native/bin/hello"), "no program\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            checkout.File("suite.yaml"),
            "name: broken\nquestions: [Does it fail?]\nblocks: 6\ntargets: [wasmtime-inproc, container]\nmeasures:\n  - { kind: start, functions: [hello], states: [N3], count: 1 }\n",
            TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(TargetMachine.Program[0], ["run", "suite.yaml", "--out", "result"]) { WorkingDirectory = checkout.Path, RedirectStandardError = true, RedirectStandardOutput = true };

        using var run = Process.Start(start)!;
        var said = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("not one right answer from: container", said);
        var data = ResultData.Read(checkout.File("result"));
        Assert.Contains(data.Environment.Warnings, w => w is { Code: "target-failed", Target: "container" });
        Assert.All(data.Trials, t => Assert.Equal("wasmtime-inproc", t.Target));
        Assert.Contains("target-failed", await File.ReadAllTextAsync(checkout.File("result/report.md"), TestContext.Current.CancellationToken));
        machine.AssertNothingLeft();
    }

    private static void CopyCheckout(string to)
    {
        File.WriteAllText(Path.Combine(to, "EvalFaaS.sln"), "");
        var from = Checkout.PathTo("scenarios", "functions");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, "scenarios", "functions", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(to, "scenarios", "functions", "native", "bin"));
    }
}
