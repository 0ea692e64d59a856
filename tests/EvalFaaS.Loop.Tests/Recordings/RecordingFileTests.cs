using EvalFaaS.Loop.Recordings;
using EvalFaaS.Model;

namespace EvalFaaS.Loop.Tests.Recordings;

public sealed class RecordingFileTests
{
    [Fact]
    public void Calls_are_read_with_the_state_that_they_found()
    {
        var calls = RecordingFile.Parse([RecordingFile.Header, "0,default/a,0.002,artefact-on-disk,expired", "1.5,ns/b,0.0001,reused-instance,none", ""], "r.csv");

        Assert.Equal([new(0, "default/a", 0.002, StartState.ArtefactOnDisk), new RecordedCall(1.5, "ns/b", 0.0001, StartState.ReusedInstance)], calls);
        Assert.Equal([true, false], calls.Select(c => c.FoundNothingLoaded));
    }

    [Theory]
    [InlineData("at,function", "r.csv:1: a recording begins with the line at_s,")]
    [InlineData(RecordingFile.Header + "\n1,f,2", "r.csv:2: there are 3 fields")]
    [InlineData(RecordingFile.Header + "\nsoon,f,2,fresh-instance,none", "r.csv:2: 'soon' is no time in seconds")]
    [InlineData(RecordingFile.Header + "\n1,f,-2,fresh-instance,none", "r.csv:2: '-2' is no duration in seconds")]
    [InlineData(RecordingFile.Header + "\n1,f,2,lukewarm,none", "r.csv:2: 'lukewarm' is no start state; there are node-start, ")]
    [InlineData(RecordingFile.Header + "\n1,,2,fresh-instance,none", "r.csv:2: the function has no name")]
    [InlineData(RecordingFile.Header + "\n2,f,1,fresh-instance,none\n1,f,1,fresh-instance,none", "r.csv:3: 1 lies before the time of the line above, 2; sort the file by time")]
    public void What_is_wrong_is_told_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => RecordingFile.Parse(text.Split('\n'), "r.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_no_recording() => Assert.Contains("the recording is empty", Assert.Throws<InvalidDataException>(() => RecordingFile.Parse([], "r.csv")).Message);
}
