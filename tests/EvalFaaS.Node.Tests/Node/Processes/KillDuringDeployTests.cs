using System.Net;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Tests;

public sealed class KillDuringDeployTests
{
    private const int Rounds = 30, Seed = 20261125;

    private static readonly int Points = Enum.GetValues<KillPoint>().Length;
    private static readonly (string Module, string Answer)[] Modules = [("echo", "ping"), ("hello", "Hello, Ada!\n"), ("counter", "1\n"), ("echo-wasi", "ping")];
    private static readonly string[] KeptFiles = [".wasm", ".code", ".sha256", ".json", ""];

    /// <summary>What each function answers, by revision, as far as it was acknowledged.</summary>
    private readonly Dictionary<string, (int Revision, string Answer)> _acknowledged = [];

    private DeployAttempt? _unanswered;

    [Fact]
    public async Task A_node_killed_at_any_point_of_a_deployment_serves_all_that_it_acknowledged_and_nothing_half_done()
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(Seed);
        var acknowledged = 0;
        var durable = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var node = await ChildNode.StartAsync(directory.Path);
            durable += await VerifyAsync(node, directory.Path, $"Round {round}, after {_unanswered?.Point}");
            var (module, answer) = Modules[random.Next(Modules.Length)];
            var attempt = new DeployAttempt($"f{random.Next(5)}", Salted(RepositoryFiles.Prebuilt(module), round), answer, (KillPoint)(round % Points), random.NextDouble());
            if (await attempt.RunAsync(node, directory.Path))
            {
                acknowledged++;
                _acknowledged[attempt.Function] = (_acknowledged.GetValueOrDefault(attempt.Function).Revision + 1, attempt.ExpectedAnswer);
                _unanswered = null;
            }
            else
            {
                _unanswered = attempt;
            }
        }

        await using (var last = await ChildNode.StartAsync(directory.Path)) await VerifyAsync(last, directory.Path, "The end");
        // The kills were where they were meant to be: some before the acknowledgement, some after it.
        Assert.InRange(acknowledged, Rounds / Points, Rounds * 3 / Points);
        TestContext.Current.SendDiagnosticMessage($"{acknowledged} of {Rounds} deployments were acknowledged, {durable} were durable without.");
    }

    /// <returns>1 where the deployment that was not acknowledged is served, whole; else 0.</returns>
    private async Task<int> VerifyAsync(ChildNode node, string data, string when)
    {
        var durable = 0;
        if (_unanswered is { } attempt && await RevisionAsync(node, attempt.Function) is var served && served == _acknowledged.GetValueOrDefault(attempt.Function).Revision + 1)
        {
            _acknowledged[attempt.Function] = (served, attempt.ExpectedAnswer);
            durable = 1;
        }

        var listed = (await node.GetJsonAsync("/api/v1/functions")).AsArray().Select(f => (string?)f!["id"]).Order();
        Assert.Equal(_acknowledged.Select(f => $"default/{f.Key}@{f.Value.Revision}").Order(), listed);
        foreach (var (name, (revision, answer)) in _acknowledged)
        {
            using var response = await node.Client.PostAsync($"/fn/{name}/Ada", new StringContent("ping"), NodeBench.Cancellation);
            var body = await response.Content.ReadAsStringAsync(NodeBench.Cancellation);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{when}: {name}@{revision} answers {response.StatusCode}: {body}");
            Assert.Equal((answer, $"default/{name}@{revision}"), (body, response.Headers.GetValues("X-EvalFaaS-Revision").Single()));
        }

        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        Assert.All(files, f => Assert.Contains(Path.GetExtension(f), KeptFiles));
        return durable;
    }

    private static async Task<int> RevisionAsync(ChildNode node, string function)
    {
        using var response = await node.Client.GetAsync($"/api/v1/namespaces/default/functions/{function}", NodeBench.Cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? 0 : int.Parse((string)JsonNode.Parse(await response.Content.ReadAsStringAsync(NodeBench.Cancellation))!["revision"]!);
    }

    /// <summary>The module with a custom section that makes it one never seen before.</summary>
    private static byte[] Salted(byte[] module, int salt) => [.. module, 0x00, 0x06, 0x04, .. "salt"u8, (byte)salt];
}
