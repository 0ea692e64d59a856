using System.Diagnostics;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Tests.Processes;

public sealed class ProcessLifeTests
{
    [Fact]
    public async Task A_process_runs_until_it_ends()
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/cat") { RedirectStandardInput = true })!;
        Assert.False(ProcessLife.HasEnded(process.Id));

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(ProcessLife.HasEnded(process.Id));
    }

    [Fact]
    public async Task A_dead_process_that_nobody_waits_for_has_ended()
    {
        // The shell becomes a program that waits for nobody, and its child dies meanwhile.
        using var parent = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "tail -f /dev/null & echo $!; exec cat"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            var child = int.Parse((await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            using (var kill = Process.Start("/bin/kill", ["-9", $"{child}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(SpinWait.SpinUntil(() => ProcessLife.HasEnded(child), TimeSpan.FromSeconds(30)), "It counts as running 30 s after it was killed.");
            Assert.True(Directory.Exists($"/proc/{child}"), "It was waited for, so that nothing is shown.");
        }
        finally
        {
            parent.Kill();
        }
    }
}
