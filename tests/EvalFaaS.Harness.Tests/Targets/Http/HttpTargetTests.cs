using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Load;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Harness.Tests.Targets.Http;

/// <summary>A platform that is only known by its URL: a node of EvalFaaS, started by the test.</summary>
[Collection(RealTargets.Name)]
public sealed class HttpTargetTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_is_deployed_to_forced_measured_and_torn_down_by_the_suite_s_commands()
    {
        using var machine = new TargetMachine();
        var address = FreePort.Find();
        var data = Path.Combine(machine.Temporary, "node");
        await using var node = ServerProcess.Start([.. TargetMachine.Program, "node", "--urls", $"http://{address}", "--data", data], machine.Machine.Cores.Targets, null);
        await node.WaitUntilListeningAsync(address, TimeSpan.FromSeconds(20), TimeProvider.System, Stop);
        var options = new Dictionary<string, string>
        {
            ["url"] = $"http://{address}/fn/{{function}}",
            ["deploy"] = $"'{TargetMachine.Program[0]}' function deploy \"$EVALFAAS_FUNCTION\" \"$EVALFAAS_MODULE\" --node http://{address}",
            ["teardown"] = $"'{TargetMachine.Program[0]}' function delete \"$EVALFAAS_FUNCTION\" --node http://{address}",
            ["state"] = "N4",
            ["force_N3"] = $"curl -fsS -X POST http://{address}/api/v1/namespaces/default/functions/$EVALFAAS_FUNCTION/start-state/$EVALFAAS_STATE",
            ["processes"] = $"echo {node.Id}",
        };
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        await using (var run = await Target(options).StartAsync(machine.Machine, 0, Stop))
        {
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);

            foreach (var (state, own) in new[] { ("N4", 4), ("N3", 3), ("N4", 4) })
            {
                var observed = await function.StartOnceAsync(state, Stop);
                Assert.Equal((state, LoadOutcome.Ok, own), (observed.State, observed.Sample.Outcome, (int?)observed.Sample.Headers.StartState));
            }

            Assert.True(run.Usage(memory: true) is { ResidentBytes: > 0, Processes: > 0 });
            Assert.Contains(run.Configuration.Settings, s => s.Key == "url" && s.Value == options["url"]);
        }

        using var gone = await client.GetAsync("/fn/hello", Stop);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task A_state_that_is_not_proved_is_not_claimed()
    {
        using var machine = new TargetMachine();
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync("Hello, world!\n"));
        await using var run = await Target(new() { ["url"] = $"http://{server.Address}/", ["force_N3"] = "true", ["force_N2"] = "true", ["prove"] = "test $EVALFAAS_STATE = N3" }).StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);

        Assert.Equal("N3", (await function.StartOnceAsync("N3", Stop)).State);
        Assert.Equal("N5", (await function.StartOnceAsync("N2", Stop)).State);
    }

    [Fact]
    public async Task The_request_has_the_URL_s_path_and_host()
    {
        using var machine = new TargetMachine();
        var seen = "";
        await using var server = await TestServer.StartAsync(context =>
        {
            seen = $"{context.Request.Host} {context.Request.Path}";
            return context.Response.WriteAsync("Hello, world!\n");
        });
        var options = new Dictionary<string, string> { ["url"] = $"http://{server.Address}/base/{{function}}/" };
        foreach (var (host, expected) in new[] { ("", $"{server.Address}"), ("hello.example", "hello.example") })
        {
            if (host.Length > 0) options["host"] = host;
            await using var run = await Target(options).StartAsync(machine.Machine, 0, Stop);
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
            await function.StartOnceAsync("N5", Stop);
            Assert.Equal($"{expected} /base/hello", seen);
        }
    }

    [Theory]
    [InlineData("deploy", "exit 3", "'deploy' of target 'p' failed with code 3: ")]
    [InlineData("deploy", "echo no such registry; echo sorry >&2; false", "'deploy' of target 'p' failed with code 1: no such registry\n\nsorry")]
    public async Task A_command_that_fails_is_named_with_what_it_said(string option, string command, string why)
    {
        using var machine = new TargetMachine();
        await using var run = await Target(new() { ["url"] = "http://127.0.0.1:1/", [option] = command }).StartAsync(machine.Machine, 0, Stop);
        var setup = await TargetMachine.SetupAsync("hello", native);

        Assert.Equal(why, (await Assert.ThrowsAsync<TargetException>(() => run.DeployAsync(setup, Stop))).Message);
    }

    [Theory]
    [InlineData("state", "N4", "Target 'p': the option 'url' is missing, for example url: http://127.0.0.1:8080/function/{function}")]
    [InlineData("url", "ftp://x/", "Target 'p': 'ftp://x/' is no http or https URL.")]
    [InlineData("url", "http://x/?a=1", "Target 'p': the URL has a query; a function's cases bring their own.")]
    [InlineData("ulr", "http://x/", "Target 'p': unknown option 'ulr'. Did you mean 'url'? Known: url, host, state, deploy, prove, teardown, processes, isolation, licence, version, source, force_STATE.")]
    [InlineData("force_N9", "true", "Target 'p': 'force_N9' names no start state. Known: N0, N1, N2, N3, created, N4, paused, pooled, N5, none.")]
    [InlineData("state", "warm", "Target 'p': state 'warm' is unknown. Known: N0, N1, N2, N3, created, N4, paused, pooled, N5, none.")]
    [InlineData("url", "https://x/", "Target 'p': https is spoken by the gateway alone; give the target 'via: gateway'.")]
    public void A_wrong_option_is_explained(string key, string value, string why) =>
        Assert.Equal(why, Assert.Throws<ArgumentException>(() => Target(new() { [key] = value })).Message);

    [Fact]
    public void A_host_that_cannot_be_found_is_named() =>
        Assert.StartsWith("'no-such-host.invalid' cannot be found: ", Target(new() { ["url"] = "http://no-such-host.invalid/" }).WhyUnavailable(), StringComparison.Ordinal);

    [Fact]
    public void Every_example_can_be_read()
    {
        var vocabulary = LibraryVocabulary.Of(Library.Open);
        var examples = Directory.GetFiles(Checkout.PathTo("scenarios", "targets"), "*.yaml");

        Assert.NotEmpty(examples);
        Assert.All(examples, file => Assert.All(SuiteFile.Read(file, vocabulary).Targets, spec => Assert.Equal(spec.Name, TargetCatalogue.Create(spec).Name)));
    }

    private static ITarget Target(Dictionary<string, string> options) =>
        TargetCatalogue.Create(new TargetSpec { Name = "p", Kind = "http", Options = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(options) });
}
