using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class TimestampFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Times_count_from_the_first_and_further_columns_are_passed_over() =>
        Assert.Equal([0, 500_000_000, 500_000_000, 2_000_000_000], TimestampFile.Read(Write("time,name\n10,a\n10.5,b\n10.5,c\n\n12,d\n")));

    [Fact]
    public void A_speed_shortens_the_gaps() => Assert.Equal([0, 250_000_000], TimestampFile.Read(Write("1\n2\n"), speed: 4));

    [Theory]
    [InlineData("1\n2\nsoon\n", 3, "'soon' is no time in seconds")]
    [InlineData("time\n1\n\n3\n2.5\n", 5, "2.5 lies before the time of the line above, 3")]
    [InlineData("1\nNaN\n", 2, "'NaN' is no time in seconds")]
    [InlineData("0\n1e7\n", 2, "it lies more than 7 days after the first")]
    [InlineData("time\n", 1, "there is not one time in the file")]
    [InlineData("", 1, "there is not one time in the file")]
    public void What_is_wrong_is_told_with_its_line(string text, int line, string message)
    {
        var path = Write(text);
        Assert.StartsWith($"{path}:{line}: {message}", Assert.Throws<InvalidDataException>(() => TimestampFile.Read(path)).Message);
    }

    [Fact]
    public void Listed_arrivals_come_once_and_then_never()
    {
        var arrivals = new ListedArrivals([3, 5]);
        Assert.Equal([3, 5, IArrivals.Never, IArrivals.Never], Enumerable.Range(0, 4).Select(_ => arrivals.NextNs()));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        var path = Path.Combine(_folder.Path, "times.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
