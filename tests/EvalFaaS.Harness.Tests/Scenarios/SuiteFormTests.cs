using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Running;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class SuiteFormTests
{
    private const string Measures = """
          - { kind: throughput, functions: [echo], connections: 4, duration: 10s, warm_up: 5s }
          - { kind: memory, functions: [hello, echo], instances: [5, 50, 500] }
          - { kind: start, functions: [hello], states: [N3, N4], count: 40, targets: [wasmtime] }
        quick: { targets: [wasmtime, process], functions: [hello], measures: [memory, start], instances: 50, count: 7 }
        """;

    [Fact]
    public void A_smoke_form_does_everything_once_and_briefly()
    {
        var suite = Suite();

        var smoke = suite.Smoke.Of(suite);

        Assert.Equal(("smoke", 1), (smoke.Form, smoke.Blocks));
        var load = smoke.Measures.OfType<ThroughputMeasure>().Single().Load;
        Assert.True(load.Duration <= TimeSpan.FromMilliseconds(100) && load.WarmUp <= TimeSpan.FromMilliseconds(20) && load.SteadyLimit == TimeSpan.Zero);
        Assert.Equal([5], smoke.Measures.OfType<MemoryMeasure>().Select(m => m.Instances));
        Assert.Equal(2, smoke.Measures.OfType<StartMeasure>().Single().Count);
    }

    [Fact]
    public void A_suites_own_quick_form_keeps_what_it_names()
    {
        var suite = Suite();

        var quick = suite.Quick.Of(suite);

        Assert.Equal(["wasmtime", "process"], quick.Targets.Select(t => t.Name));
        Assert.Equal(["memory@5", "memory@50", "start"], quick.Measures.Select(m => m.Name));
        Assert.All(quick.Measures, m => Assert.Equal(["hello"], m.Functions.Select(f => f.Label)));
        Assert.Equal(7, quick.Measures.OfType<StartMeasure>().Single().Count);
        Assert.All(quick.Measures, m => Assert.All(m.Targets, t => Assert.Contains(t, new[] { "wasmtime", "process" })));
    }

    [Fact]
    public void A_form_never_makes_a_suite_larger()
    {
        var suite = SmallSuite.Of("wasmtime", "  - { kind: start, functions: [hello], states: [N4], count: 1 }\n") with { Blocks = 6 };

        var quick = suite.Quick.Of(suite);

        Assert.Equal((6, 1), (quick.Blocks, quick.Measures.OfType<StartMeasure>().Single().Count));
    }

    [Fact]
    public void A_wrong_form_is_told_with_the_nearest_name() =>
        Assert.Contains("'wasmtme' is no target of this suite. Did you mean 'wasmtime'?", Assert.Throws<SuiteException>(() =>
            SmallSuite.Of("wasmtime", "  - { kind: start, functions: [hello], states: [N4] }\nsmoke: { targets: [wasmtme] }\n")).Message);

    private static Suite Suite() => SmallSuite.Of("wasmtime, process, kestrel", Measures) with { Blocks = 10 };
}
