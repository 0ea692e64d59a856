using EvalFaaS.Model;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests.Traces;

public sealed class CallFileTests : IDisposable
{
    private const string Recorded = "at_s,function,duration_s,start_state,cause\n0,default/a@1,0.25,artefact-on-disk,first-use\n1.5,default/b@1,0.125,fresh-instance,none\n1.5,default/a@1,2,reused-instance,none\n";
    private const string Azure = "app,func,end_timestamp,duration\nA,f,10,1\nA,g,10.5,8\nA,f,12,0.5\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_nodes_recording()
    {
        var recording = Read("arrivals.csv", Recorded);
        Assert.Equal(["default/a@1", "default/b@1"], recording.Functions);
        Assert.Equal(new RecordedCall(0, 0, 0.25, StartState.ArtefactOnDisk, ColdCause.FirstUse), recording.Calls[0]);
        Assert.Equal([1, 0], recording.Calls.Skip(1).Select(c => c.Function));
        Assert.Equal((3.5, true), (recording.Seconds, recording.HasDurations));
        Assert.Equal([0, 1.5], recording.Of(0).Select(c => c.At));
    }

    [Fact]
    public void The_azure_trace_of_2021_by_arrival()
    {
        var recording = Read("trace.csv.gz", Azure);
        Assert.Equal(["A/f", "A/g"], recording.Functions);
        Assert.Equal([(1, 2.5, 8), (0, 9, 1), (0, 11.5, 0.5)], recording.Calls.Select(c => (c.Function, c.At, c.Duration)));
    }

    [Fact]
    public void A_call_of_the_azure_trace_that_began_before_it_sets_its_begin() =>
        Assert.Equal([0, 6.5], Read("trace.csv", "app,func,end_timestamp,duration\nA,f,2,3\nA,f,6,0.5\n").Calls.Select(c => c.At));

    [Theory]
    [InlineData("0\n0.5\n\n7\n")]
    [InlineData("seconds\n0\n0.5\n7\n")]
    [InlineData("0,x\n0.5,y\n7,z\n")]
    [InlineData("at_s\n0\n0.5\n7\n")]
    public void Times_alone(string text)
    {
        var recording = Read("times.csv", text);
        Assert.Equal((1, false, 7), (recording.Functions.Count, recording.HasDurations, recording.Seconds));
        Assert.Equal([0, 0.5, 7], recording.Calls.Select(c => c.At));
    }

    [Theory]
    [InlineData("", 1, "there is no header and no call: the file is empty")]
    [InlineData("time,function\n1,a\n", 1, "wrong header: 'time,function' is neither that of a node's recording")]
    [InlineData("at_s,function,duration_s,start_state,cause\n", 1, "there is not one call in the file")]
    [InlineData("at_s,function,duration_s\n-1,a,1\n", 2, "column 'at_s': '-1' is no number of zero or more")]
    [InlineData("at_s,function,duration_s\n1,a,-1\n", 2, "column 'duration_s': '-1' is no number of zero or more")]
    [InlineData("at_s,function,duration_s\n1,a,1\n0.5,a,1\n", 3, "0.5 lies before the time of the line above, 1: sort the file by time")]
    [InlineData("at_s,function,duration_s\n1,a\n", 2, "2 cells where the header has 3")]
    [InlineData("at_s,function,duration_s,start_state\n1,a,1,lukewarm\n", 2, "column 'start_state': 'lukewarm' is none of the words that a node writes there")]
    [InlineData("app,func,end_timestamp\nA,f,1\n", 1, "wrong header: it has no column 'duration'")]
    [InlineData("app,func,end_timestamp,duration\nA,,1,1\n", 2, "the function's hash is empty")]
    [InlineData("app,func,end_timestamp,duration\nA,f,1,-1\n", 2, "column 'duration': '-1' is no number of zero or more")]
    [InlineData("0\nsoon\n", 2, "'soon' is no time of zero seconds or more")]
    [InlineData("0\n-3\n", 2, "'-3' is no time of zero seconds or more")]
    [InlineData("5\n3\n", 2, "3 lies before the time of the line above, 5: sort the file by time")]
    [InlineData("heading\n", 1, "there is not one call in the file")]
    public void What_is_wrong_is_said_with_file_and_line(string text, int line, string problem)
    {
        var error = Assert.Throws<TraceException>(() => Read("calls.csv", text));
        Assert.StartsWith($"{_folder.File("calls.csv")}, line {line}: {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_cut_short_is_refused()
    {
        TraceText.Write(_folder.File("whole.gz"), Azure);
        var path = _folder.File("calls.csv.gz");
        File.WriteAllBytes(path, File.ReadAllBytes(_folder.File("whole.gz"))[..^9]);
        Assert.Throws<TraceException>(() => CallFile.Read(path));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("there is no such file", Assert.Throws<TraceException>(() => CallFile.Read(_folder.File("nowhere.csv"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private CallRecording Read(string name, string text)
    {
        var path = _folder.File(name);
        TraceText.Write(path, text);
        return CallFile.Read(path);
    }
}
