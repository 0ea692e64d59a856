using System.Text.Json;
using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;
using EvalFaaS.Simulator.Models;

namespace EvalFaaS.Cli.Tests.Simulations;

public sealed class ScenarioFileTests
{
    private const string Whole = """
        name: whole
        description: everything that there is
        duration: 1h
        warm_up: 5m
        replications: 3
        seed: 9
        functions:
          - name: f
            copies: 2
            arrivals: { poisson: 2 }
            service: { lognormal: { mean: 120ms, scv: 2 } }
            cold_start: { load: 45us, init: { exponential: 3ms } }
            memory: 256MiB
            image: 20MiB
            payload: 0.5MiB
            deadline: 2s
            concurrency: 4
            max_instances: 8
            queue: unbounded
            order: most-recently-used
            lifetime: { shifted: { by: 1h, law: { weibull: { shape: 2, scale: 1h } } } }
          - { name: g, arrivals: { bursts: [{ rate: 4, mean: 10s }, { rate: 0, mean: 1m }] }, service: { empirical: { values: [1ms, 2ms, 5ms] } }, queue: 9 }
          - { name: h, arrivals: { gaps: { gamma: { mean: 2s, scv: 0.5 } } }, service: { hyperexponential: { mean: 1s, scv: 4 } }, cold_start: { uniform: { low: 1ms, high: 2ms } }, queue: 9 }
        nodes:
          - { name: n, count: 2, cpus: 4, memory: 4GiB, distance: 5ms, registry: 10MiB/s, peers: 50MiB/s, bandwidth: 100MiB/s }
        network: { latency: 2ms, loss: 0.01 }
        failures: { node_uptime: 6h, node_downtime: 2m, crash: 0.001 }
        retries: { attempts: 3, delay: 500ms }
        policies:
          - { keep_alive: "fixed:window=60s", placement: bin-pack, balancing: peak-ewma, admission: queue-bound, warm_up: no-warm-up }
          - { name: scaled, scaling: concurrency-target }
        prices: aws-lambda
        """;

    [Fact]
    public void A_whole_scenario_is_what_it_says()
    {
        var scenario = Parse(Whole);
        var f = scenario.Functions[0].Model;
        Assert.Equal(["f-1", "f-2", "g", "h"], scenario.Functions.Select(x => x.Model.Name));
        Assert.Equal((3600, 300, 3, 9), (scenario.Plan.Seconds, scenario.Plan.WarmUp, scenario.Plan.Replications, scenario.Plan.Seed));
        Assert.Equal((256, 20, 0.5, 2, 4, 8, FunctionModel.Unlimited, RequestOrder.MostRecentlyUsed), (f.MemoryMiB, f.ImageMiB, f.PayloadMiB, f.Deadline, f.Concurrency, f.MaxInstances, f.QueueLimit, f.Order));
        Assert.Equal([Phase.Load, Phase.Init], f.ColdStart.Phases.Select(p => p.Phase));
        Assert.Equal(0.003045, f.ColdStart.Mean, 9);
        Assert.Equal((0.12, 2), (Math.Round(f.Service.Mean, 9), Math.Round(f.Service.Scv, 9)));
        Assert.Equal(new Billing(0.001, 0, 256), f.Billing);
        var node = scenario.Cluster!.Nodes[1];
        Assert.Equal(("n-2", 4, 4096, 0.005, 10, 50, 100), (node.Name, node.Cpus, node.MemoryMiB, node.DistanceSeconds, node.ImageMiBPerSecond, node.PeerMiBPerSecond, node.PayloadMiBPerSecond));
        var failures = scenario.Cluster.Failures;
        Assert.Equal((0.002, 0.01, 21_600, 120, 0.001, 3, 0.5), (scenario.Cluster.Network.Mean, failures.LossProbability, failures.NodeMeanUptime, failures.NodeMeanDowntime, failures.CrashProbability, failures.Attempts, failures.RetryDelay));
        Assert.Equal(["fixed:window=60s + bin-pack + peak-ewma + queue-bound + no-warm-up", "scaled"], scenario.Policies.Select(p => p.Name));
        Assert.Equal(("none", "aws-lambda"), (scenario.Policies[1].KeepAlive.Text, scenario.Prices!.Name));
    }

    [Theory]
    [InlineData("seed: 9", "sed: 9", 6, 1, "unknown key 'sed'. Did you mean 'seed'?")]
    [InlineData("name: whole\n", "", 1, 1, "'name' is missing")]
    [InlineData("duration: 1h\n", "", 1, 1, "'duration' is missing, for example duration: 8h; only traces end by themselves.")]
    [InlineData("duration: 1h", "duration: soon", 3, 11, "'duration' must be a time such as 45us, 250ms, 2s, 3m or 1h.")]
    [InlineData("replications: 3", "replications: 0", 5, 15, "'replications' must be a whole number from 1 to 100000.")]
    [InlineData("poisson: 2", "poison: 2", 10, 15, "unknown arrivals 'poison'. Did you mean 'poisson'? Known: poisson, gaps, bursts, times.")]
    [InlineData("poisson: 2", "poisson: -2", 10, 26, "'poisson' needs its rate, calls a second above 0")]
    [InlineData("poisson: 2", "times: nowhere.csv", 10, 24, "there is no such file")]
    [InlineData("mean: 120ms, scv: 2", "mean: 120ms", 11, 27, "'scv' is missing, for example lognormal: { mean: 120ms, scv: 2 }")]
    [InlineData("mean: 120ms, scv: 2", "mean: 120ms, scv: -2", 11, 47, "'scv' must be a number from")]
    [InlineData("lognormal:", "lognormial:", 11, 14, "unknown law 'lognormial'. Did you mean 'lognormal'?")]
    [InlineData("low: 1ms, high: 2ms", "low: 3ms, high: 2ms", 23, 147, "The width of this law must be positive and finite")]
    [InlineData("values: [1ms, 2ms, 5ms]", "values: [1ms, 2ms, 5ms], levels: [0, 1]", 22, 109, "An empirical law needs one value for each level")]
    [InlineData("memory: 256MiB", "memory: much", 13, 13, "'memory' must be an amount of memory such as 128MiB or 2GiB.")]
    [InlineData("memory: 256MiB", "memory: 0", 13, 13, "'memory' must be above 0.")]
    [InlineData("concurrency: 4", "concurrency: 0", 17, 18, "'concurrency' must be a whole number from 1 to 1000000.")]
    [InlineData("queue: unbounded", "queue: -1", 19, 12, "'queue' must be a whole number from 0 to 2147483647, or 'unbounded'.")]
    [InlineData("most-recently-used", "latest", 20, 12, "'order' must be newest-first, oldest-first, most-recently-used, least-recently-used, random, and 'latest' is none of them.")]
    [InlineData("registry: 10MiB/s", "registry: 10", 25, 74, "'registry' must be a bandwidth such as 100MiB/s.")]
    [InlineData("loss: 0.01", "loss: 2", 26, 32, "'loss' must be a number from 0 to 1.")]
    [InlineData("placement: bin-pack", "placement: bin-packs", 30, 50, "There is no placement policy 'bin-packs'. Did you mean 'bin-pack'?")]
    [InlineData("window=60s", "window=soon", 30, 19, "The option 'window' of 'fixed' may be 0 s to 604800 s, and 'soon' is not readable as that.")]
    [InlineData("name: scaled, scaling", "name: scaled, scalling", 31, 21, "unknown key 'scalling'. Did you mean 'scaling'?")]
    [InlineData("prices: aws-lambda", "prices: aws-lamda", 32, 9, "unknown price sheet 'aws-lamda'. Did you mean 'aws-lambda'?")]
    public void What_is_wrong_is_said_with_line_and_column(string part, string instead, int line, int column, string message)
    {
        var text = Whole.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        var problem = Assert.Throws<SuiteException>(() => Parse(text)).Problems[0];
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Without_nodes_there_is_nothing_to_place_to_lose_or_to_scale()
    {
        var problems = Assert.Throws<SuiteException>(() => Parse(
            "name: x\nduration: 1h\nfunctions: [{ name: f, arrivals: { poisson: 1 }, service: 1s }]\nfailures: { crash: 0.1 }\npolicies: { scaling: concurrency-target }\n")).Problems;
        Assert.Equal(["'failures' needs 'nodes'", "'scaling' needs 'nodes'"], problems.Select(p => p.Message[..p.Message.IndexOf("'nodes'", StringComparison.Ordinal)] + "'nodes'"));
    }

    [Theory]
    [InlineData("functions: []\nname: x\nduration: 1h", "'functions' is missing or empty.")]
    [InlineData("name: x\nduration: 1h\nfunctions: [{ name: f, arrivals: { poisson: 1 } }]", "'service' is missing")]
    [InlineData("name: x\nduration: 1h\nfunctions: [{ name: f, service: 1s }]", "'arrivals' is missing")]
    [InlineData("name: x\nduration: 1h\nfunctions: [{ name: f, arrivals: { poisson: 1 }, service: 1s }]\nnodes: [{ name: n }]\npolicies: { scaling: concurrency-target }", "with 'scaling' calls wait for instances, and 'f' lets none wait")]
    [InlineData("name: x\nfunctions: [{ trace: nowhere }]", "there is no such file")]
    [InlineData("name: [", "not valid YAML")]
    public void A_scenario_without_what_it_needs_is_refused(string text, string message) =>
        Assert.Contains(Assert.Throws<SuiteException>(() => Parse(text)).Problems, p => p.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Calls_come_at_the_times_of_a_file_or_of_a_whole_trace()
    {
        var folder = Directory.CreateTempSubdirectory("evalfaas-scenario-").FullName;
        File.WriteAllText(Path.Combine(folder, "times.csv"), "0\n2.5\n7\n");
        File.WriteAllText(Path.Combine(folder, "arrivals.csv"), "at_s,function,duration_s,start_state,cause\n0,a,0.5,fresh-instance,none\n4,b,6,fresh-instance,none\n");
        SimulationScenario Read(string functions) => ScenarioFile.Parse($"name: x\nfunctions: [{functions}]", Path.Combine(folder, "x.yaml"), null);

        var scenario = Read("{ name: f, arrivals: { times: times.csv }, service: 1s }, { trace: arrivals.csv, memory: 64MiB, cold_start: 5ms }");
        Assert.Equal([("f", 128.0, 7.0), ("a", 64.0, 10.0), ("b", 64.0, 10.0)], scenario.Functions.Select(f => (f.Model.Name, f.Model.MemoryMiB, f.Workload.End)));
        Assert.Equal((10, 0.005), (scenario.Plan.Seconds, scenario.Functions[2].Model.ColdStart.Mean));
        Assert.Contains("has the calls of 2 functions", Assert.Throws<SuiteException>(() => Read("{ name: f, arrivals: { times: arrivals.csv }, service: 1s }")).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_example_of_the_page_can_be_read()
    {
        var folder = Directory.CreateTempSubdirectory("evalfaas-scenario-").FullName;
        File.WriteAllText(Path.Combine(folder, "arrivals.csv"), "at_s,function\n0,a\n4,b\n");
        var example = File.ReadAllText(Checkout.PathTo("docs", "simulator.md")).Split("```yaml\n")[1].Split("```")[0];
        Assert.Equal(3, ScenarioFile.Parse(example, Path.Combine(folder, "example.yaml"), Checkout.PathTo("scenarios", "prices")).Functions.Count);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_published_scenarios_can_be_read() =>
        Assert.All(Directory.GetFiles(Checkout.PathTo("scenarios", "simulations"), "*.yaml"), file => Assert.NotEmpty(ScenarioFile.Read(file, Checkout.PathTo("scenarios", "prices")).Functions));

    [Theory]
    [InlineData("law")]
    [InlineData("arrivals")]
    public void The_schema_knows_the_names_that_the_reader_knows(string kind)
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathTo("docs", "schemas", "simulation.schema.json"))).RootElement.GetProperty("$defs").GetProperty(kind);
        var known = kind == "law" ? LawReader.Names : ArrivalsReader.Names;
        Assert.Equal(known.Order(), (kind == "law" ? schema.GetProperty("anyOf")[1] : schema).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
    }

    private static SimulationScenario Parse(string text) => ScenarioFile.Parse(text, "scenario.yaml", Checkout.PathTo("scenarios", "prices"));
}
