using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class DominanceTests
{
    [Theory]
    [InlineData(0.6, 0.9, "start")]
    [InlineData(0.1, 0.4, "compute")]
    [InlineData(0.4, 0.6, "even")]
    [InlineData(0.5, 0.7, "even")]
    [InlineData(0.3, 0.5, "even")]
    [InlineData(null, null, "unknown")]
    public void The_whole_interval_decides(double? low, double? high, string expected) => Assert.Equal(expected, Dominance.Of(low, high));
}
