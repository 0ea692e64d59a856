using System.Diagnostics;

namespace EvalFaaS.Node.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Promtool_finds_nothing_in_the_metrics()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "promtool"))), "promtool is not installed (Debian: prometheus).");
        await using var bench = await CalledAsync();
        var text = await bench.Client.GetStringAsync("/metrics", NodeBench.Cancellation);
        using var promtool = Process.Start(new ProcessStartInfo("promtool", "check metrics") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;

        await promtool.StandardInput.WriteAsync(text);
        promtool.StandardInput.Close();

        var said = await promtool.StandardError.ReadToEndAsync(NodeBench.Cancellation) + await promtool.StandardOutput.ReadToEndAsync(NodeBench.Cancellation);
        await promtool.WaitForExitAsync(NodeBench.Cancellation);
        Assert.Equal(("", 0), (said, promtool.ExitCode));
    }

    [Fact]
    public async Task Requests_are_counted_by_outcome()
    {
        await using var bench = await CalledAsync();

        var text = await bench.Client.GetStringAsync("/metrics", NodeBench.Cancellation);

        Assert.Contains("evalfaas_requests_total{outcome=\"ok\"} 1\n", text);
        Assert.Contains("evalfaas_requests_total{outcome=\"trap\"} 1\n", text);
        Assert.Contains("evalfaas_requests_total{outcome=\"function-unknown\"} 1\n", text);
    }

    [Fact]
    public async Task Phases_have_histograms_by_start_state_and_no_function()
    {
        await using var bench = await CalledAsync();

        var text = await bench.Client.GetStringAsync("/metrics", NodeBench.Cancellation);

        var execute = text.Split('\n').Where(l => l.StartsWith("evalfaas_phase_duration_seconds_count{phase=\"execute\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(execute);
        Assert.All(execute, l => Assert.DoesNotContain("function=", l));
    }

    private static async Task<NodeBench> CalledAsync()
    {
        var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        await bench.DeployAsync("bad", TestModules.Trap);
        foreach (var name in (string[])["echo", "bad", "missing"])
            using (await bench.Client.GetAsync($"/fn/{name}", NodeBench.Cancellation))
            {
            }

        return bench;
    }
}
