using System.Net.Http.Json;

namespace EvalFaaS.Node.Tests;

/// <summary>Files of the store that were damaged on disk, with a real engine and over HTTP.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ListLoggerProvider _log = new();

    public static TheoryData<string, string, bool> Damages
    {
        get
        {
            var damages = new TheoryData<string, string, bool>();
            foreach (var file in new[] { "*.code", "*.wasm", "*.sha256" })
                foreach (var damage in new[] { "flipped", "truncated", "emptied" })
                    foreach (var running in new[] { false, true })
                        // A node that runs remembers the digest of what it wrote and does not read it again.
                        if (file != "*.sha256" || !running) damages.Add(file, damage, running);
            return damages;
        }
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_file_is_made_anew_and_the_call_is_answered(string file, string damage, bool running)
    {
        var source = Path.Combine(_directory.Path, "echo.wasm");
        File.Copy(RepositoryFiles.Path("scenarios/functions/prebuilt/echo.wasm"), source);
        var data = Path.Combine(_directory.Path, "data");
        var node = await StartAsync(data);
        using (var client = Client(node))
        {
            using var deployed = await client.PutAsJsonAsync("/api/v1/namespaces/default/functions/echo", new { module = new { path = source } }, NodeBench.Cancellation);
            deployed.EnsureSuccessStatusCode();
            // Nothing mapped: the next call has to look at the disk. Without its code the module is needed, too.
            using var forced = await client.PostAsync($"/api/v1/namespaces/default/functions/echo/start-state/{(file == "*.wasm" ? "N1" : "N3")}", null, NodeBench.Cancellation);
            forced.EnsureSuccessStatusCode();
        }

        if (!running) await node.DisposeAsync();
        var path = Assert.Single(Directory.GetFiles(data, file, SearchOption.AllDirectories));
        var sound = await File.ReadAllBytesAsync(path, NodeBench.Cancellation);
        await File.WriteAllBytesAsync(path, Damage(sound, damage), NodeBench.Cancellation);
        if (!running) node = await StartAsync(data);

        using (var client = Client(node))
        {
            using var answer = await client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

            Assert.Equal((200, "ping", "N1"), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(NodeBench.Cancellation), answer.Headers.GetValues("X-EvalFaaS-Start").Single()));
            Assert.Equal(sound.Length, new FileInfo(path).Length);
            Assert.Contains("evalfaas_store_corruptions_total 1\n", await client.GetStringAsync("/metrics", NodeBench.Cancellation));
            Assert.Contains(_log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("is damaged"));
        }

        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_damaged_module_that_nobody_has_another_copy_of_is_502_and_says_what_to_do()
    {
        var data = Path.Combine(_directory.Path, "data");
        var node = await StartAsync(data);
        using (var client = Client(node))
        {
            using var deployed = await client.PutAsync("/api/v1/namespaces/default/functions/echo", new ByteArrayContent(RepositoryFiles.Prebuilt("echo")) { Headers = { ContentType = new("application/wasm") } }, NodeBench.Cancellation);
            deployed.EnsureSuccessStatusCode();
            using var forced = await client.PostAsync("/api/v1/namespaces/default/functions/echo/start-state/N1", null, NodeBench.Cancellation);
            forced.EnsureSuccessStatusCode();
        }

        await node.DisposeAsync();
        await File.WriteAllBytesAsync(Assert.Single(Directory.GetFiles(data, "*.wasm", SearchOption.AllDirectories)), [], NodeBench.Cancellation);
        await using var second = await StartAsync(data);
        using var again = Client(second);

        using var answer = await again.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        var problem = await NodeBench.ProblemAsync(answer);
        Assert.Equal((502, "module-unavailable"), ((int)answer.StatusCode, (string?)problem["kind"]));
        Assert.Contains("Deploy it again", (string?)problem["detail"]);
    }

    private Task<NodeHost> StartAsync(string data) => NodeBench.StartAsync(data, log: _log);

    private static HttpClient Client(NodeHost node) => new() { BaseAddress = new Uri(node.Addresses[0]) };

    private static byte[] Damage(byte[] sound, string how) => how switch
    {
        "flipped" => [.. sound[..(sound.Length / 3)], (byte)(sound[sound.Length / 3] ^ 0x10), .. sound[(sound.Length / 3 + 1)..]],
        "truncated" => sound[..(sound.Length / 4)],
        _ => [],
    };
}
