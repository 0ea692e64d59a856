using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class LoadReaderTests
{
    private static readonly SuiteVocabulary Vocabulary = new(["wasmtime"], ["hello", "echo"]);

    [Theory]
    [InlineData("constant", 10, 100)]
    [InlineData("{ ramp: { from: 0.5, to: 1.5 } }", 10, 100)]
    [InlineData("{ ramp: { from: 0, to: 1, over: 5s } }", 10, 75)]
    [InlineData("{ step: { levels: [0.5, 1, 2.5, 0] } }", 10, 100)]
    [InlineData("{ step: { levels: [0, 2], each: 5s } }", 10, 100)]
    [InlineData("{ burst: { base: 0.5, burst: 3, every: 5s, width: 1s } }", 10, 100)]
    [InlineData("{ sine: { amplitude: 1, period: 2s } }", 10, 100)]
    public void A_shape_asks_so_many_requests_in_so_many_seconds(string shape, int seconds, double expected)
    {
        var load = Open($"rate: 10, duration: {seconds}s, shape: {shape}");
        Assert.Equal(expected, load.Shape.Of(10, load.Duration).CountUntil(seconds), 1e-6);
    }

    [Theory]
    [InlineData("rate: 10, shape: { rampp: { from: 0, to: 1 } }", "unknown shape 'rampp'. Did you mean 'ramp'?")]
    [InlineData("rate: 10, shape: ramp", "'shape' is constant, or a mapping with one name")]
    [InlineData("rate: 10, shape: { ramp: 3 }", "'ramp' needs a mapping of its own, for example ramp: { from: 0.1, to: 1 }")]
    [InlineData("rate: 10, shape: { ramp: { from: 0 } }", "'to' is missing, for example to: 1")]
    [InlineData("rate: 10, shape: { ramp: { from: 0, to: 0 } }", "no level is above 0")]
    [InlineData("rate: 10, shape: { ramp: { from: 0, to: 1, ovr: 2s } }", "unknown key 'ovr'. Did you mean 'over'?")]
    [InlineData("rate: 10, shape: { step: { levels: [1, x] } }", "a level is a number from 0 to 1000")]
    [InlineData("rate: 10, shape: { burst: { base: 0, burst: 1, every: 1s, width: 1s } }", "'width' must be shorter than 'every'")]
    [InlineData("rate: 10, shape: { sine: { amplitude: 2, period: 1s } }", "'amplitude' must be a number from 0 to 1")]
    [InlineData("rate: 10, shape: { csv: nowhere.csv }", "nowhere.csv")]
    [InlineData("rate: 10, arrivals: evn", "unknown arrivals 'evn'. Did you mean 'even'? Known: even, poisson.")]
    [InlineData("rate: 10, keep_alive: sometimes", "'keep_alive' must be true or false")]
    [InlineData("rate: 10, think: 1s", "unknown key 'think'")]
    [InlineData("rate: 10, requests_per_connection: 0", "'requests_per_connection' must be a whole number from 1 to")]
    [InlineData("rate: 10, keep_alive: true, requests_per_connection: 5", "'keep_alive' and 'requests_per_connection' exclude each other")]
    [InlineData("rate: 10, slow_clients: 5", "'slow_clients' is a mapping, for example slow_clients: { connections: [0, 20, 200], bytes_per_second: 1000 }")]
    [InlineData("rate: 10, slow_clients: { bytes_per_second: 5 }", "'connections' is missing, for example connections: 20")]
    [InlineData("rate: 10, slow_clients: { connections: 5, bytes_per_second: 0 }", "'bytes_per_second' must be a whole number from 1 to")]
    [InlineData("rate: 10, slow_clients: { connections: 5, bytes_per_second: 1, slow: requst }", "unknown part 'requst' to be slow with. Did you mean 'request'? Known: request, answer.")]
    public void What_is_wrong_in_a_load_is_told(string keys, string message) => Assert.Contains(Problems("latency", "echo", keys), p => p.Message.Contains(message) && p.Line > 0);

    [Theory]
    [InlineData("think: soon", "'think' is a duration such as 100ms, or { exponential: 100ms } with its mean.")]
    [InlineData("think: { normal: 1s }", "'think' is a duration such as 100ms")]
    [InlineData("slow_clients: { connections: 1, bytes_per_second: 1 }", "unknown key 'slow_clients'")]
    [InlineData("think: 0s", "'think' is a duration such as 100ms")]
    public void What_is_wrong_in_a_think_time_is_told(string keys, string message) => Assert.Contains(message, Assert.Single(Problems("throughput", "echo", keys)).Message);

    [Theory]
    [InlineData("{ name: echo, payload: -1 }", "a size is a whole number of bytes")]
    [InlineData("{ name: echo, payload: { normal: { median: 1 } } }", "unknown law of sizes 'normal'. Did you mean 'lognormal'?")]
    [InlineData("{ name: echo, payload: { uniform: { from: 5, to: 4 } } }", "'to' must not be below 'from'")]
    [InlineData("{ name: echo, payload: 5, input: large }", "'input' and 'payload' exclude each other")]
    [InlineData("{ name: m, mix: [{ name: echo, weight: 1 }] }", "'mix' needs at least two functions")]
    [InlineData("{ name: m, mix: [{ name: echo, weight: 1 }, { name: hello }] }", "'weight' is missing, for example weight: 3")]
    [InlineData("{ name: m, mix: [{ name: echo, weight: 1 }, { name: hello, weight: 0 }] }", "'weight' must be a number from")]
    [InlineData("{ name: echo, mix: [{ name: echo, weight: 1 }, { name: hello, weight: 1 }] }", "a mix's name is of lower-case letters")]
    public void What_is_wrong_in_a_function_is_told(string function, string message) => Assert.Contains(message, Assert.Single(Problems("latency", $"[{function}]", "rate: 1")).Message);

    [Fact]
    public void A_mix_has_its_parts_with_their_weights_and_is_equal_to_its_like()
    {
        const string Mix = "[{ name: m, mix: [{ name: echo, payload: 5, weight: 1 }, { name: hello, weight: 3 }] }]";
        var mix = Assert.Single(Read("latency", Mix, "rate: 1").Functions);
        Assert.Equal("m", mix.Label);
        Assert.Equal([("echo:5B", 1), ("hello", 3)], mix.Parts.Select(p => (p.Workload.Label, p.Weight)));
        Assert.Equal(mix, Assert.Single(Read("latency", Mix, "rate: 1").Functions));
        Assert.NotEqual(mix, Assert.Single(Read("latency", Mix.Replace("3", "4"), "rate: 1").Functions));
    }

    [Fact]
    public void Mixes_and_random_bodies_are_for_loads_alone() =>
        Assert.Contains("for measures of latency and throughput", Assert.Single(Problems("memory", "[{ name: echo, payload: 5 }]", "instances: 1")).Message);

    [Fact]
    public void Think_times_are_fixed_or_exponential()
    {
        Assert.Equal(new ThinkTime(TimeSpan.FromMilliseconds(20), false), ((ThroughputMeasure)Read("throughput", "echo", "think: 20ms")).Load.Think);
        Assert.Equal(new ThinkTime(TimeSpan.FromMilliseconds(20), true), ((ThroughputMeasure)Read("throughput", "echo", "think: { exponential: 20ms }")).Load.Think);
    }

    [Fact]
    public void A_file_of_times_lies_beside_the_suite_and_has_the_rate_in_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("times.csv"), "0\n1\n2\n");
        var path = folder.File("suite.yaml");
        File.WriteAllText(path, Suite("latency", "echo", "shape: { csv: { file: times.csv, speed: 2 } }"));
        var load = ((LatencyMeasure)SuiteFile.Read(path, Vocabulary).Measures[0]).Load;
        Assert.Equal([0, 500_000_000, 1_000_000_000], ((TimestampShape)load.Shape).Times);
        Assert.Equal(2, load.RatePerSecond);
        File.WriteAllText(path, Suite("latency", "echo", "shape: { csv: times.csv }, rate: 5"));
        Assert.Contains("leave 'rate' out", Assert.Throws<SuiteException>(() => SuiteFile.Read(path, Vocabulary)).Message);
    }

    [Fact]
    public void The_same_seed_draws_the_same_arrivals()
    {
        var load = Open("rate: 100, shape: { sine: { amplitude: 0.5, period: 1s } }");
        IArrivals a = load.Draw(100, new Random(5)), b = load.Draw(100, new Random(5));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(a.NextNs(), b.NextNs()));
    }

    [Fact]
    public void Words_on_a_command_line_are_read_as_in_a_file()
    {
        Assert.Equal(new RampShape(0.1, 1, null), LoadWords.Shape("--shape", "ramp: {from: 0.1, to: 1}", "."));
        Assert.Equal(new FixedPayload(10), LoadWords.Payload("--payload", "10"));
        Assert.Equal(new ListedPayload([10, 20]), LoadWords.Payload("--payload", "[10, 20]"));
        Assert.Equal(new ThinkTime(TimeSpan.FromSeconds(1), true), LoadWords.Think("--think", "exponential: 1s"));
        Assert.StartsWith("--shape:1:", Assert.Throws<SuiteException>(() => LoadWords.Shape("--shape", "ramp: {from: 0.1}", ".")).Message);
    }

    private static OpenLoad Open(string keys) => ((LatencyMeasure)Read("latency", "echo", keys)).Load;

    private static MeasureSpec Read(string kind, string functions, string keys) => SuiteFile.Parse(Suite(kind, functions, keys), "suite.yaml", Vocabulary).Measures[0];

    private static IReadOnlyList<SuiteProblem> Problems(string kind, string functions, string keys) => Assert.Throws<SuiteException>(() => Read(kind, functions, keys)).Problems;

    private static string Suite(string kind, string functions, string keys) =>
        $"name: loads\nquestions: [How fast?]\ntargets: [wasmtime]\nmeasures:\n  - {{ kind: {kind}, functions: {functions}, {keys} }}\n";
}
