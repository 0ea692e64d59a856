using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Running;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class NeighbourReaderTests
{
    [Fact]
    public void A_list_of_neighbours_is_a_family_with_nobody_as_one_of_it()
    {
        var measures = Read("kind: latency, functions: [echo], rate: 100, neighbour: [none, burn, { input: crash, rate: 20 }]");

        Assert.Equal(["latency@none", "latency@burn", "latency@crash"], measures.Select(m => m.Name));
        Assert.Null(measures[0].Neighbour);
        Assert.Equal(new NeighbourSpec { Name = "burn", Workload = new Workload { Function = "noisy", Input = "burn" } }, measures[1].Neighbour);
        Assert.Equal(20, measures[2].Neighbour!.RatePerSecond);
        Assert.All(measures, m => Assert.Equal(("latency", "neighbour"), (m.Level!.Family, m.Level.Key)));
        Assert.Equal(["none", "burn", "crash"], measures.Select(m => m.Level!.Word));
    }

    [Fact]
    public void Any_function_may_be_one_of_a_throughput_too()
    {
        var measure = Assert.Single(Read("kind: throughput, functions: [echo], neighbour: { function: fibonacci, input: n-25, connections: 4 }"));

        Assert.Equal(new NeighbourSpec { Name = "n-25", Workload = new Workload { Function = "fibonacci", Input = "n-25" }, Connections = 4 }, measure.Neighbour);
        Assert.Null(measure.Level);
    }

    [Fact]
    public void In_a_smaller_form_it_stays() =>
        Assert.Equal("burn", SuiteForm.Smoke.Of(SmallSuite.Of("wasmtime", "  - { kind: latency, functions: [echo], rate: 9, neighbour: burn }\n")).Measures[0].Neighbour!.Name);

    [Theory]
    [InlineData("neighbour: brun", "small.yaml:6:63: 'noisy' has no input 'brun'. Did you mean 'burn'? Known: none, no-mode, quiet, unknown-mode, burn, crash, flood, memory.")]
    [InlineData("neighbour: [none, { function: nosy, input: burn }]", "small.yaml:6:82: unknown function 'nosy'. Did you mean 'noisy'?")]
    [InlineData("neighbour: { function: echo, input: burn }", "'echo' has no input 'burn'.")]
    [InlineData("neighbour: { input: burn, conections: 3 }", "unknown key 'conections'. Did you mean 'connections'?")]
    [InlineData("neighbour: { input: burn, rate: 0 }", "'rate' must be a number from 0.01 to 100000.")]
    [InlineData("neighbour: { name: none, input: burn }", "a neighbour's name is not 'none'")]
    [InlineData("neighbour: []", "'neighbour' is an empty list.")]
    [InlineData("neighbour: [[burn]]", "a neighbour is 'none', an input of 'noisy', or a mapping with 'function', 'input', 'rate' and 'connections'.")]
    [InlineData("neighbour: [none, burn], connections: [1, 2]", "only one key of a measure may hold a list")]
    public void What_is_wrong_is_told_with_its_place_and_what_was_meant(string neighbour, string said) =>
        Assert.Contains(said, Assert.Throws<SuiteException>(() => Read($"kind: latency, functions: [echo], rate: 100, {neighbour}")).Message);

    [Fact]
    public void Starts_have_none() =>
        Assert.Contains("unknown key 'neighbour'", Assert.Throws<SuiteException>(() => Read("kind: start, functions: [echo], states: [N4], neighbour: burn")).Message);

    private static IReadOnlyList<MeasureSpec> Read(string measure) => SmallSuite.Of("wasmtime", $"  - {{ {measure} }}\n").Measures;
}
