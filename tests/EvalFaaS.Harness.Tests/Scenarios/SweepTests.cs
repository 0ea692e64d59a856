using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Running;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class SweepTests
{
    [Fact]
    public void A_list_of_levels_gives_a_measure_for_each()
    {
        var suite = SmallSuite.Of("wasmtime, kestrel", """
              - { kind: latency, functions: [echo], capacity_fraction: [0.5, 0.8], connections: 4 }
              - { kind: throughput, name: scale, functions: [echo], connections: [1, 16] }
              - { kind: start, functions: [echo], states: [N4], at_once: 5 }
            """);

        Assert.Equal(["latency@50%", "latency@80%", "scale@1", "scale@16", "start"], suite.Measures.Select(m => m.Name));
        Assert.Equal([0.5, 0.8], suite.Measures.OfType<LatencyMeasure>().Select(m => m.Load.CapacityFraction!.Value));
        Assert.Equal([1, 16], suite.Measures.OfType<ThroughputMeasure>().Select(m => m.Load.Connections));
        Assert.Equal(new SweepLevel("latency", "capacity_fraction", 0.8), suite.Measures[1].Level);
        Assert.Equal((80, "%"), (suite.Measures[1].Level!.Shown, suite.Measures[1].Level!.Unit));
        Assert.Null(suite.Measures[4].Level);
    }

    [Theory]
    [InlineData("  - { kind: latency, functions: [echo], rate: [10, twenty] }\n", "small.yaml:6:52: 'rate' holds something that is not a number.")]
    [InlineData("  - { kind: latency, functions: [echo], rate: [10], connections: [1, 2] }\n", "only one key of a measure may hold a list")]
    [InlineData("  - { kind: throughput, functions: [echo], connections: [0] }\n", "'connections' must be a whole number from 1 to 10000")]
    public void A_wrong_list_is_told_with_its_place(string measures, string said) =>
        Assert.Contains(said, Assert.Throws<SuiteException>(() => SmallSuite.Of("wasmtime", measures)).Message);
}
