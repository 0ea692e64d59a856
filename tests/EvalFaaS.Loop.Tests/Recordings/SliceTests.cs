using EvalFaaS.Engines.Tests;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Tests.Recordings;

public sealed class SliceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_stretch_counts_from_its_begin_and_drops_functions_that_are_not_called()
    {
        var slice = new Slice(["a", "b", "c"], [new(1, 0), new(5, 2), new(6, 1), new(9, 2)], 10).Between(5, 4);

        Assert.Equal(["b", "c"], slice.Functions);
        Assert.Equal([new(0, 1), new SliceCall(1, 0)], slice.Calls);
        Assert.Equal(4, slice.Seconds);
    }

    [Fact]
    public void A_stretch_ends_with_the_trace() => Assert.Equal(3, new Slice(["a"], [new(8, 0)], 10).Between(7, double.PositiveInfinity).Seconds);

    [Fact]
    public void The_busiest_functions_keep_their_order_and_their_calls()
    {
        var slice = new Slice(["a", "b", "c"], [new(1, 0), new(2, 1), new(3, 2), new(4, 2), new(5, 0)], 10).Busiest(2);

        Assert.Equal(["a", "c"], slice.Functions);
        Assert.Equal([(1.0, 0), (3, 1), (4, 1), (5, 0)], slice.Calls.Select(c => (c.AtSeconds, c.Function)));
    }

    [Fact]
    public void Faster_is_the_same_in_less_time()
    {
        var slice = new Slice(["a"], [new(0, 0), new(30, 0)], 60).Faster(60);

        Assert.Equal([0, 0.5], slice.Calls.Select(c => c.AtSeconds));
        Assert.Equal(1, slice.Seconds);
    }

    [Fact]
    public void Counts_of_minutes_are_expanded_within_their_minutes()
    {
        _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1,2\no,a,f,timer,2,0\no,a,g,http,0,3\n");

        var slice = SliceReader.Read(_folder.Path, Placement.Equidistant, 1);

        Assert.Equal(["f", "g"], slice.Functions);
        Assert.Equal([(15.0, 0), (45, 0), (70, 1), (90, 1), (110, 1)], slice.Calls.Select(c => (Math.Round(c.AtSeconds, 6), c.Function)));
        Assert.Equal(120, slice.Seconds);
    }

    [Fact]
    public void One_seed_gives_one_expansion()
    {
        _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1\no,a,f,timer,20\n");

        Assert.Equal(SliceReader.Read(_folder.Path, Placement.Poisson, 3).Calls, SliceReader.Read(_folder.Path, Placement.Poisson, 3).Calls);
        Assert.NotEqual(SliceReader.Read(_folder.Path, Placement.Poisson, 3).Calls, SliceReader.Read(_folder.Path, Placement.Poisson, 4).Calls);
    }

    [Fact]
    public void A_file_of_times_is_one_function_and_a_recording_has_its_own()
    {
        var times = SliceReader.Read(_folder.Write("t.csv", "time\n5\n7.5\n"), Placement.Poisson, 1);
        var recording = SliceReader.Read(_folder.Write("r.csv", "at_s,function,duration_s,start_state,cause\n0,default/a,1,fresh-instance,none\n2,default/b,1,fresh-instance,none\n3,default/a,1,fresh-instance,none\n"), Placement.Poisson, 1);

        Assert.Equal([0, 2.5], times.Calls.Select(c => c.AtSeconds));
        Assert.Equal(["default/a", "default/b"], recording.Functions);
        Assert.Equal([0, 1, 0], recording.Calls.Select(c => c.Function));
    }

    [Fact]
    public void Nothing_at_all_is_said_to_be_missing() =>
        Assert.Contains("there is no such folder or file", Assert.Throws<TraceException>(() => SliceReader.Read(_folder["nowhere"], Placement.Poisson, 1)).Message);

    public void Dispose() => _folder.Dispose();
}
