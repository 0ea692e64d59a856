using EvalFaaS.Harness.Load;
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

    [Fact]
    public void A_list_of_slow_clients_or_of_requests_a_connection_is_a_sweep_too()
    {
        var suite = SmallSuite.Of("wasmtime", """
              - { kind: latency, name: slow, functions: [echo], rate: 10, slow_clients: { connections: [0, 20], bytes_per_second: 500, slow: answer } }
              - { kind: latency, name: churn, functions: [echo], rate: 10, requests_per_connection: [1, 10] }
              - { kind: latency, name: kept, functions: [echo], rate: 10, slow_clients: { connections: 3, bytes_per_second: 500 } }
              - { kind: throughput, functions: [echo], keep_alive: false }
            """);

        Assert.Equal(["slow@0", "slow@20", "churn@1", "churn@10", "kept", "throughput"], suite.Measures.Select(m => m.Name));
        var loads = suite.Measures.OfType<LatencyMeasure>().Select(m => m.Load).ToList();
        Assert.Equal([new(0, 500, SlowPart.Answer), new(20, 500, SlowPart.Answer), null, null, new SlowClientSpec(3, 500, SlowPart.Request)], loads.Select(l => l.Slow));
        Assert.Equal([null, null, 1, 10, null], loads.Select(l => l.RequestsPerConnection));
        Assert.Equal(("slow", "slow clients"), (suite.Measures[1].Level!.Family, suite.Measures[1].Level!.Unit));
        Assert.False(((ThroughputMeasure)suite.Measures[^1]).Load.KeepAlive);
    }

    [Fact]
    public void The_size_of_modules_is_a_level_and_no_part_of_a_function_s_label()
    {
        var suite = SmallSuite.Of("wasmtime", "  - { kind: start, name: size, functions: [hello], states: [N4], module_bytes: [10000, 2000000] }\n");

        Assert.Equal(["size@10000", "size@2000000"], suite.Measures.Select(m => m.Name));
        Assert.Equal([("hello", 10_000), ("hello", 2_000_000)], suite.Measures.Select(m => (m.Functions[0].Label, m.Functions[0].ModuleBytes!.Value)));
        Assert.NotEqual(suite.Measures[0].Functions[0], suite.Measures[1].Functions[0]);
        Assert.Equal("B", suite.Measures[0].Level!.Unit);
        Assert.Equal(["size@10000"], suite.Quick.Of(suite).Measures.Select(m => m.Name));
    }

    [Theory]
    [InlineData("  - { kind: start, functions: [echo], states: [N4], module_bytes: [10] }\n", "small.yaml:6:68: 'module_bytes' must be a whole number from 4000 to 100000000.")]
    [InlineData("  - { kind: memory, functions: [echo], module_bytes: 10000 }\n", "unknown key 'module_bytes'")]
    [InlineData("  - { kind: latency, functions: [echo], rate: [10, twenty] }\n", "small.yaml:6:52: 'rate' holds something that is not a number.")]
    [InlineData("  - { kind: latency, functions: [echo], rate: [10], connections: [1, 2] }\n", "only one key of a measure may hold a list")]
    [InlineData("  - { kind: throughput, functions: [echo], connections: [0] }\n", "'connections' must be a whole number from 1 to 10000")]
    [InlineData("  - { kind: latency, functions: [echo], rate: 1, slow_clients: { connections: [1, few], bytes_per_second: 9 } }\n", "small.yaml:6:83: 'slow_clients' holds something that is not a number.")]
    [InlineData("  - { kind: latency, functions: [echo], rate: 1, slow_clients: { connections: [1, -2], bytes_per_second: 9 } }\n", "small.yaml:6:83: 'connections' must be a whole number from 0 to 10000.")]
    [InlineData("  - { kind: latency, functions: [echo], rate: 1, slow_clients: { connections: [1], bytes_a_second: 9 } }\n", "small.yaml:6:80: 'bytes_per_second' is missing, for example bytes_per_second: 1000")]
    [InlineData("  - { kind: latency, functions: [echo], rate: 1, slow_clients: { connections: [1], bytes_a_second: 9 } }\n", "small.yaml:6:84: unknown key 'bytes_a_second'. Did you mean 'bytes_per_second'?")]
    public void A_wrong_list_is_told_with_its_place(string measures, string said) =>
        Assert.Contains(said, Assert.Throws<SuiteException>(() => SmallSuite.Of("wasmtime", measures)).Message);
}
