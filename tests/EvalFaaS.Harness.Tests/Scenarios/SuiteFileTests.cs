using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class SuiteFileTests
{
    private static readonly SuiteVocabulary Vocabulary = new(
        ["wasmtime", "wasmedge", "wasmtime-worker", "wasmtime-inproc", "process", "container", "kestrel"],
        ["hello", "echo", "counter", "fibonacci-rust", "fibonacci-c", "sha256", "json-transform"]);

    private const string Small = """
        name: small
        questions: [How fast?]
        targets: [wasmtime, process]
        measures:
          - kind: start
            functions: [hello]
            states: [N4, N3]
        """;

    [Fact]
    public void The_quickstart_suite_is_valid()
    {
        var suite = SuiteFile.Read(Checkout.PathTo("scenarios", "suites", "quickstart.yaml"), Vocabulary);

        Assert.Equal("quickstart", suite.Name);
        Assert.True(suite.Blocks >= 10);
        Assert.Equal(64, suite.Digest.Length);
        Assert.True(suite.Budget < TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Defaults_fill_what_is_not_written()
    {
        var suite = Parse(Small);
        var start = Assert.IsType<StartMeasure>(Assert.Single(suite.Measures));

        Assert.Equal(10, suite.Blocks);
        Assert.Equal(1, suite.Seed);
        Assert.Equal("start", start.Name);
        Assert.Equal(10, start.Count);
        Assert.Equal(["wasmtime", "process"], start.Targets);
        Assert.Equal(["N3", "N4"], start.States);
    }

    [Fact]
    public void A_second_measure_of_a_kind_gets_a_number()
    {
        var suite = Parse(Small + """

              - kind: start
                functions: [{ name: echo, input: large }]
                states: N5
            """);

        Assert.Equal("start-2", suite.Measures[1].Name);
        Assert.Equal("echo:large", suite.Measures[1].Functions[0].Label);
    }

    [Fact]
    public void Loads_are_read_with_their_units()
    {
        var suite = Parse("""
            name: loads
            questions: [How much?]
            targets: [wasmtime]
            measures:
              - { kind: latency, functions: echo, arrivals: even, rate: 500, duration: 1.5s, warm_up: 100ms, connections: 4 }
              - { kind: throughput, functions: echo, duration: 2s, connections: 16 }
            """);
        var latency = Assert.IsType<LatencyMeasure>(suite.Measures[0]);

        Assert.Equal(Arrivals.Even, latency.Load.Arrivals);
        Assert.Equal(500, latency.Load.RatePerSecond);
        Assert.Equal(TimeSpan.FromSeconds(1.5), latency.Load.Duration);
        Assert.Equal(16, Assert.IsType<ThroughputMeasure>(suite.Measures[1]).Load.Connections);
    }

    [Theory]
    [InlineData("blocks: 5", 1, 9, "'blocks' must be a whole number from 6 to 1000, since fewer than 6 blocks carry no comparison.")]
    [InlineData("bloks: 8", 1, 1, "unknown key 'bloks'. Did you mean 'blocks'?")]
    [InlineData("budget: soon", 1, 9, "'budget' must be a duration such as 250ms, 2s or 3m.")]
    [InlineData("reference: wasmtim", 1, 12, "'reference' names 'wasmtim', which is no target of this suite. Did you mean 'wasmtime'?")]
    public void A_wrong_value_is_named_with_line_and_column(string line, int atLine, int column, string message)
    {
        var problem = Assert.Single(ProblemsOf(line + "\n" + Small));

        Assert.Equal(new SuiteProblem("suite.yaml", atLine, column, message), problem);
    }

    [Theory]
    [InlineData("wasmtime, process", "wasmtme, process", "unknown target 'wasmtme'. Did you mean 'wasmtime'?")]
    [InlineData("[hello]", "[helo]", "unknown function 'helo'. Did you mean 'hello'?")]
    [InlineData("[N4, N3]", "[N4, N9]", "unknown start state 'N9'. Did you mean")]
    [InlineData("kind: start", "kind: strat", "unknown kind of measure 'strat'. Did you mean 'start'?")]
    [InlineData("name: small", "name: Small one", "'name' must be of lower-case letters, digits and hyphens")]
    public void An_unknown_name_is_answered_with_the_nearest_known_one(string right, string wrong, string message)
    {
        var problem = Assert.Single(ProblemsOf(Small.Replace(right, wrong)));

        Assert.StartsWith(message, problem.Message);
        Assert.True(problem.Line > 0 && problem.Column > 0);
    }

    [Fact]
    public void Malformed_YAML_is_named_with_line_and_column()
    {
        var problem = Assert.Single(ProblemsOf("name: a\nblocks: [1, 2\ntargets: x\n"));

        Assert.StartsWith("not valid YAML", problem.Message);
        Assert.True(problem.Line >= 2);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = ProblemsOf(Small.Replace("[hello]", "[helo]").Replace("wasmtime,", "wasmtim,") + "\nseeed: 4\n");

        Assert.Equal(3, problems.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("just a text")]
    public void Something_that_is_no_mapping_is_refused(string text) => Assert.Contains("a suite is one YAML document", Assert.Single(ProblemsOf(text)).Message);

    [Fact]
    public void A_deeply_nested_file_is_refused_and_overflows_nothing() =>
        Assert.Contains("nested more than", Assert.Single(ProblemsOf("name: " + new string('[', 100_000))).Message);

    [Fact]
    public void A_latency_measure_needs_a_rate()
    {
        var problem = Assert.Single(ProblemsOf(Small.Replace("kind: start", "kind: latency").Replace("    states: [N4, N3]", "")));

        Assert.Contains("needs 'rate'", problem.Message);
    }

    [Fact]
    public void A_key_of_another_kind_of_measure_is_unknown() =>
        Assert.Contains("unknown key 'rate'", Assert.Single(ProblemsOf(Small + "\n    rate: 5")).Message);

    private static Suite Parse(string text) => SuiteFile.Parse(text, "suite.yaml", Vocabulary);

    private static IReadOnlyList<SuiteProblem> ProblemsOf(string text) => Assert.Throws<SuiteException>(() => Parse(text)).Problems;
}
