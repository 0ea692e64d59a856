using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>optimize --trace</c>.</summary>
public sealed class OptimizeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_traces_function_gets_settings_and_a_chart()
    {
        _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1,2,3,4,5,6\no,a,timer1,timer,1,1,1,1,1,1\n");

        var json = CliAssert.Json(await Cli.RunAsync("optimize", "timer", "--trace", _folder.Path, "--chart", _folder["front.svg"], "--json"));

        Assert.Equal(6, (int)json["calls"]!);
        // Keeping it always costs the most and loads once; not keeping it loads six times.
        var front = json["front"]!.AsArray();
        Assert.Equal(6, (int)front[0]!["loads"]!);
        Assert.Equal(1, (int)front[^1]!["loads"]!);
        Assert.Null(json["recommended"]!["memoryLimitMiB"]);
        Assert.True(File.Exists(_folder["front.svg"]));
    }

    [Fact]
    public async Task A_function_that_the_trace_does_not_have_is_refused()
    {
        _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1\no,a,timer1,timer,1\n");

        CliAssert.Refused(CliAssert.Failed, "there is no function 'timr1' in this trace. Did you mean 'timer1'?", await Cli.RunAsync("optimize", "timr1", "--trace", _folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
