using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Published;

public sealed class RunTimesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.70\n0.5\n12\n")]
    [InlineData("1.70\r\n0.5\r\n12")]
    public void Seconds_are_read_in_their_order(string text) => Assert.Equal([1_700_000_000, 500_000_000, 12_000_000_000], Read(text, 3).Ns);

    [Fact]
    public void Its_digest_is_that_of_the_file() =>
        Assert.Equal("4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865", Read("1\n", 1).Digest);

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => RunTimes.Read(_folder.File("absent.txt"), 1));

        Assert.StartsWith($"There is no {_folder.File("absent.txt")}", error.Message);
    }

    [Theory]
    [InlineData("", 0, "cut short")]
    [InlineData("1.5\n1.6\n", 2, "cut short")]
    [InlineData("1\n2\n3\n4\n", 4, "changed")]
    public void Another_number_of_times_is_told(string text, int found, string how)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(text, 3));

        Assert.Contains($"holds {found} times where the data set has 3: it was {how}", error.Message);
    }

    [Theory]
    [InlineData("1.5\nfast\n1.7\n", "fast", 2)]
    [InlineData("1.5\n1.6\n-1\n", "-1", 3)]
    [InlineData("0\n1.6\n1.7\n", "0", 1)]
    [InlineData("1.5\n\n1.7\n", "", 2)]
    [InlineData("1,5\n1.6\n1.7\n", "1,5", 1)]
    [InlineData("NaN\n1.6\n1.7\n", "NaN", 1)]
    public void What_is_no_time_is_told_with_its_line(string text, string word, int line)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(text, 3));

        Assert.Contains($"times.txt, line {line}: '{word}' is no time in seconds", error.Message);
    }

    private RunTimes Read(string text, int runs)
    {
        File.WriteAllText(_folder.File("times.txt"), text);
        return RunTimes.Read(_folder.File("times.txt"), runs);
    }
}
