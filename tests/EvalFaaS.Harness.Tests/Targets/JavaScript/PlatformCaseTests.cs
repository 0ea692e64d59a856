using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.JavaScript;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets.JavaScript;

/// <summary>Functions in JavaScript give the same answers as in every other language, on every platform that is here.</summary>
[Collection(RealTargets.Name)]
public sealed class PlatformCaseTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> PlatformsAndFunctions =>
        [.. JavaScriptTarget.Platforms.SelectMany(_ => Library.Open.Functions.Where(f => f.Script is not null), (platform, function) => (platform, function.Name))];

    [Theory]
    [MemberData(nameof(PlatformsAndFunctions))]
    public async Task Answers_as_its_cases_say(string platform, string function)
    {
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target(platform).StartAsync(machine.Machine, 0, Stop);
        var deployed = await run.DeployAsync(await TargetMachine.SetupAsync(function, native), Stop);
        using var client = new HttpClient { BaseAddress = new Uri($"http://{(IPEndPoint)deployed.Served!.Address}") };

        // The counter's case is of its first call, which deploying it was.
        foreach (var expected in Library.Open.Find(function).Function.ReadCases().Where(_ => function != "counter"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(expected.Request.Method), expected.Request.Target);
            foreach (var (header, value) in expected.Request.Headers) request.Headers.Add(header, value);
            if (expected.Request.Body is { } body) request.Content = new ByteArrayContent(body.ToBytes());
            using var response = await client.SendAsync(request, Stop);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            CaseAssert.Matches(expected.Response, new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(Stop)));
        }
    }

    [Theory]
    [InlineData("workerd")]
    [InlineData("deno")]
    [InlineData("bun")]
    [InlineData("node")]
    public async Task A_fresh_instance_knows_nothing_of_the_calls_before_it(string platform)
    {
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target(platform).StartAsync(machine.Machine, 0, Stop);
        var counter = await run.DeployAsync(await TargetMachine.SetupAsync("counter", native), Stop);

        // The right answer is that of a first call.
        for (var i = 0; i < 3; i++) Assert.Equal(("N4", LoadOutcome.Ok), await ObservedAsync(counter, "N4"));
        Assert.Equal(("N5", LoadOutcome.WrongAnswer), await ObservedAsync(counter, "N5"));
    }

    private static async Task<(string State, LoadOutcome Outcome)> ObservedAsync(IDeployedFunction function, string state)
    {
        var observed = await function.StartOnceAsync(state, Stop);
        return (observed.State, observed.Sample.Outcome);
    }
}
