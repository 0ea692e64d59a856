using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests.Traces;

public sealed class TraceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Calls_durations_and_memory_are_joined_by_their_hashes(string ending)
    {
        TraceText.Write(_folder.File("invocations.csv" + ending), TraceText.Invocations);
        TraceText.Write(_folder.File("durations.csv" + ending), TraceText.Durations);
        TraceText.Write(_folder.File("memory.csv" + ending), TraceText.Memory);

        var trace = TraceFolder.Read(_folder.Path);

        Assert.Equal((480, 3), (trace.FirstMinuteOfDay, trace.Minutes));
        Assert.Equal([new FunctionKey("o", "a", "f1"), new FunctionKey("o", "a", "f2")], trace.Functions.Select(f => f.Key));
        Assert.Equal([TriggerKind.Timer, TriggerKind.Http], trace.Functions.Select(f => f.Trigger));
        Assert.Equal([0, 1, 70000], trace.Functions[0].Counts.ToArray());
        Assert.Equal([300, 0, 2], trace.Functions[1].Counts.ToArray());
        Assert.Equal([10, 11, 15, 20, 25, 39, 40], trace.Functions[0].Duration!.Percentiles);
        Assert.Equal((7L, 9.5, 8.0), (trace.Functions[0].Memory!.Samples, trace.Functions[0].Memory!.Average, trace.Functions[0].Memory!.Percentiles[^1]));
        Assert.Null(trace.Functions[1].Duration);
        Assert.Null(trace.Functions[1].Memory);
    }

    [Fact]
    public void Memory_by_application_belongs_to_each_of_its_functions()
    {
        TraceText.Write(_folder.File("invocations.csv"), TraceText.Invocations);
        TraceText.Write(_folder.File("memory.csv"), TraceText.Memory.Replace("HashFunction,", "", StringComparison.Ordinal).Replace("f1,", "", StringComparison.Ordinal));
        Assert.All(TraceFolder.Read(_folder.Path).Functions, f => Assert.Equal(9.5, f.Memory!.Average));
    }

    [Fact]
    public void Minutes_labelled_from_one_begin_at_midnight()
    {
        TraceText.Write(_folder.File("invocations.csv"), TraceText.Invocations.Replace("480,481,482", "1,2,3", StringComparison.Ordinal));
        Assert.Equal(0, TraceFolder.Read(_folder.Path).FirstMinuteOfDay);
    }

    [Fact]
    public void A_word_that_is_no_trigger_does_not_cost_the_row()
    {
        TraceText.Write(_folder.File("invocations.csv"), TraceText.Invocations.Replace(",timer,", ",Trigger,", StringComparison.Ordinal));
        Assert.Equal(TriggerKind.Other, TraceFolder.Read(_folder.Path).Functions[0].Trigger);
    }

    [Fact]
    public void A_folder_without_calls_is_named()
    {
        var error = Assert.Throws<TraceException>(() => TraceFolder.Read(_folder.Path));
        Assert.Equal($"{_folder.Path}: there is no invocations.csv and no invocations.csv.gz in this folder", error.Message);
    }

    [Fact]
    public void The_eight_hours_of_250_functions_are_read_whole()
    {
        var trace = TraceFolder.Read(PublishedTraces.Folder("azure2019-250-8h"));
        Assert.Equal((480, 480, 250), (trace.FirstMinuteOfDay, trace.Minutes, trace.Functions.Count));
        Assert.Equal(133, trace.Functions.Count(f => f.Counts.Active >= 30));
        Assert.Equal(126, trace.Functions.Count(f => f.Trigger == TriggerKind.Timer));
        Assert.All(trace.Functions, f => Assert.True(f.Duration is not null && f.Memory is not null));
    }

    [Fact]
    public void The_hottest_ten_of_a_day_are_read_whole()
    {
        var trace = TraceFolder.Read(PublishedTraces.Folder("azure2019-top10-day"), "_10");
        Assert.Equal((0, 1440, 10), (trace.FirstMinuteOfDay, trace.Minutes, trace.Functions.Count));
        Assert.InRange(trace.Functions.Sum(f => f.Counts.Total), 12_900_000, 13_100_000);
    }

    public void Dispose() => _folder.Dispose();
}
