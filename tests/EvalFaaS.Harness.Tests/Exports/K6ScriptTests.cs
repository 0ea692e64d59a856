using System.Diagnostics;
using System.Text.Json;
using Acornima;
using EvalFaaS.Harness.Exports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Exports;

public sealed class K6ScriptTests
{
    [Theory]
    [MemberData(nameof(ExportedLoads.Names), MemberType = typeof(ExportedLoads))]
    public void Every_load_is_a_module_that_parses(string name) => _ = new Parser().ParseModule(K6Script.Write(ExportedLoads.Of(name)));

    [Theory]
    [MemberData(nameof(ExportedLoads.OpenNames), MemberType = typeof(ExportedLoads))]
    public void The_stages_ask_as_many_requests_in_the_same_time(string name)
    {
        var load = ExportedLoads.Of(name);
        var scenario = Options(K6Script.Write(load)).GetProperty("scenarios").GetProperty("load");
        double expected = load.Segments().Sum(s => s.Count), seconds = 0, asked = 0;
        if (scenario.GetProperty("executor").GetString() == "constant-arrival-rate")
        {
            seconds = Seconds(scenario);
            asked = scenario.GetProperty("rate").GetInt64() / 1000.0 * seconds;
        }
        else
        {
            var rate = scenario.GetProperty("startRate").GetInt64() / 1000.0;
            foreach (var stage in scenario.GetProperty("stages").EnumerateArray())
            {
                var (length, target) = (Seconds(stage), stage.GetProperty("target").GetInt64() / 1000.0);
                asked += (rate + target) / 2 * length;
                (seconds, rate) = (seconds + length, target);
            }
        }

        Assert.Equal(5, seconds, 0.01);
        Assert.Equal(expected, asked, 0.01 * expected + 0.01);
    }

    [Fact]
    public void New_connections_and_think_times_are_told()
    {
        Assert.True(Options(K6Script.Write(ExportedLoads.Of("no-keep-alive"))).GetProperty("noConnectionReuse").GetBoolean());
        Assert.Contains("sleep(0.1);", K6Script.Write(ExportedLoads.Of("fixed-think")));
        Assert.Contains("sleep(-Math.log(1 - random()) * 0.1);", K6Script.Write(ExportedLoads.Of("exponential-think")));
        Assert.Equal(7, Options(K6Script.Write(ExportedLoads.Of("closed"))).GetProperty("scenarios").GetProperty("load").GetProperty("vus").GetInt32());
    }

    [Fact]
    public void What_k6_cannot_express_is_said()
    {
        var script = K6Script.Write(ExportedLoads.Of("constant"));
        Assert.Contains("k6 has no Poisson process", script);
        Assert.Contains("coordinated omission", script);
        Assert.Contains("The neighbour 'burn' is left out", K6Script.Write(ExportedLoads.Of("neighbour")));
    }

    [Fact]
    public void A_large_body_is_a_small_script() => Assert.InRange(K6Script.Write(ExportedLoads.Of("constant")).Length, 1, 20_000);

    [Theory]
    [MemberData(nameof(ExportedLoads.Names), MemberType = typeof(ExportedLoads))]
    public async Task Node_takes_every_script(string name)
    {
        Assert.SkipUnless(IsInstalled("node"), "node is not installed");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("load.mjs"), K6Script.Write(ExportedLoads.Of(name)), TestContext.Current.CancellationToken);
        await RunAsync("node", "--check", folder.File("load.mjs"));
    }

    [Fact]
    public async Task K6_takes_every_script()
    {
        Assert.SkipUnless(IsInstalled("k6"), "k6 is not installed");
        using var folder = new TemporaryFolder();
        foreach (var name in ExportedLoads.Names.Select(row => row.Data))
        {
            await File.WriteAllTextAsync(folder.File("load.js"), K6Script.Write(ExportedLoads.Of(name)), TestContext.Current.CancellationToken);
            await RunAsync("k6", "inspect", folder.File("load.js"));
        }
    }

    private static JsonElement Options(string script)
    {
        const string Begin = "export const options = ";
        var from = script.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonDocument.Parse(script[from..script.IndexOf(";\n\nconst requests", StringComparison.Ordinal)]).RootElement;
    }

    private static double Seconds(JsonElement of)
    {
        var text = of.GetProperty("duration").GetString()!;
        return text == "0s" ? 0 : double.Parse(text.Replace("ms", ""), System.Globalization.CultureInfo.InvariantCulture) / 1000;
    }

    private static bool IsInstalled(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
    }
}
