using EvalFaaS.Engines.Tests;
using EvalFaaS.Loop.Optimising;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Loop.Tests.Optimising;

public sealed class TraceHistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TraceHistoryTests() => _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1,2,3\no,a,abc1,timer,1,1,1\no,a,abd2,http,0,0,0\n");

    [Fact]
    public void A_function_is_found_by_the_beginning_of_its_hash()
    {
        var history = Read("abc");

        Assert.Equal(3, history.Calls.Count);
        Assert.Equal((0, 0.25, 0.001, 1.0), (history.Calls[0].At, history.LoadSeconds, history.InstanceSeconds, history.CodeMiB));
        Assert.True(history.Seconds >= history.Calls[^1].At);
    }

    [Theory]
    [InlineData("ab", "2 functions of this trace begin with 'ab'")]
    [InlineData("xyz", "there is no function 'xyz' in this trace")]
    [InlineData("abd", "the function abd2 is not called in this trace")]
    public void What_cannot_be_meant_is_said(string function, string message) => Assert.Contains(message, Assert.Throws<TraceException>(() => Read(function)).Message);

    [Fact]
    public void The_front_is_drawn_as_the_files_name_says()
    {
        var found = SettingsOptimiser.Recommend(Read("abc"), new MemoryPrice(0.2, 0.00001667));

        FrontChart.Write(found, "abc", "USD", _folder["front.svg"]);
        FrontChart.Write(found, "abc", "USD", _folder["front.png"]);

        Assert.StartsWith("<", File.ReadAllText(_folder["front.svg"]));
        Assert.Equal("PNG"u8.ToArray(), File.ReadAllBytes(_folder["front.png"])[1..4]);
    }

    public void Dispose() => _folder.Dispose();

    private FunctionHistory Read(string function) => TraceHistory.Read(_folder.Path, function, 0.25, 0.001, 1, 1);
}
