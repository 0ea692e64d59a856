using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests.Traces;

/// <summary>What is wrong with a trace is said with its file and line.</summary>
public sealed class DamagedTraceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("480,481,482", "480,482,483", 1, "minute 481 is missing: after 480 comes 482. Minutes must follow each other without a gap")]
    [InlineData("480,481,482", "480,481,x", 1, "wrong header: 'x' is no minute")]
    [InlineData(",480,481,482", "", 1, "wrong header: no minutes follow the Trigger column")]
    [InlineData("HashApp", "App", 1, "wrong header: it has no column 'HashApp' (it begins with HashOwner,App,HashFunction,Trigger)")]
    [InlineData("0,1,70000", "0,-1,70000", 2, "column '481': a minute cannot have -1 calls")]
    [InlineData("0,1,70000", "0,1.5,70000", 2, "column '481': '1.5' is no whole number")]
    [InlineData("300,0,2", "300,0,3000000000", 3, "column '482': '3000000000' is no whole number")]
    [InlineData("o,a,f2", "o,a,f1", 3, "function f1 was already on line 2: join or remove one of the rows")]
    [InlineData("o,a,f2", "o,a,", 3, "the function's hash is empty")]
    [InlineData("0,1,70000", "0,1", 2, "6 cells where the header has 7: minutes are missing or the file was cut short")]
    [InlineData("0,2\n", "", 3, "6 cells where the header has 7: minutes are missing or the file was cut short")]
    [InlineData("0,1,70000", "0,1,2,3", 2, "more cells than the header's 7")]
    public void Calls(string part, string instead, int line, string problem) =>
        Refused("invocations.csv", TraceText.Invocations.Replace(part, instead, StringComparison.Ordinal), line, problem);

    [Theory]
    [InlineData("Average,Count", "Mean,Count", 1, "wrong header: it has no column 'Average' (it begins with HashOwner,HashApp,HashFunction,Mean)")]
    [InlineData(",20,3,", ",-20,3,", 2, "column 'Average': '-20' is no number of zero or more")]
    [InlineData("o,a,f1,20", "o,a,f1,20,3,10.0,40.0,10,11,15,20,25,39,40\no,a,f1,20", 3, "function f1 is there twice: remove one of the rows")]
    public void Durations(string part, string instead, int line, string problem)
    {
        TraceText.Write(_folder.File("invocations.csv"), TraceText.Invocations);
        Refused("durations.csv", TraceText.Durations.Replace(part, instead, StringComparison.Ordinal), line, problem);
    }

    [Fact]
    public void Memory()
    {
        TraceText.Write(_folder.File("invocations.csv"), TraceText.Invocations);
        Refused("memory.csv", TraceText.Memory.Replace(",9.5,", ",NaN,", StringComparison.Ordinal), 2, "column 'AverageAllocatedMb': 'NaN' is no number of zero or more");
    }

    [Fact]
    public void An_empty_file() => Refused("invocations.csv", "", 1, "there is no header: the file is empty or not a trace");

    [Fact]
    public void A_gzip_file_with_a_changed_byte()
    {
        var bytes = Compressed();
        bytes[bytes.Length / 2] ^= 0xFF;
        var error = RefusedBytes(bytes);
        Assert.Contains("gzip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_cut_short_wherever_the_cut_is()
    {
        var bytes = Compressed();
        for (var length = 0; length < bytes.Length; length++) RefusedBytes(bytes[..length]);
    }

    public void Dispose() => _folder.Dispose();

    private byte[] Compressed()
    {
        TraceText.Write(_folder.File("whole.gz"), TraceText.Invocations);
        return File.ReadAllBytes(_folder.File("whole.gz"));
    }

    private TraceException RefusedBytes(byte[] bytes)
    {
        var path = _folder.File("invocations.csv.gz");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<TraceException>(() => TraceFolder.Read(_folder.Path));
        Assert.StartsWith($"{path}, line ", error.Message, StringComparison.Ordinal);
        return error;
    }

    private void Refused(string file, string text, int line, string problem)
    {
        TraceText.Write(_folder.File(file), text);
        var error = Assert.Throws<TraceException>(() => TraceFolder.Read(_folder.Path));
        Assert.Equal($"{_folder.File(file)}, line {line}: {problem}", error.Message);
        Assert.Equal((_folder.File(file), line), (error.File, error.Line));
    }
}
