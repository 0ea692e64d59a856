using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EvalFaaS.Node.Tests;

/// <summary>A node as a process of its own, on a free port; it can be killed. Gone when disposed.</summary>
internal sealed partial class ChildNode : IAsyncDisposable
{
    private readonly Process _process;

    private ChildNode(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Client { get; }

    public int Port => Client.BaseAddress!.Port;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="data">Its data directory.</param>
    /// <param name="settings">Further settings, KEY=VALUE.</param>
    public static async Task<ChildNode> StartAsync(string data, params string[] settings)
    {
        string[] arguments = ["node", "--urls", "http://127.0.0.1:0", "--data", data, .. settings.SelectMany(s => new[] { "--set", s })];
        var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "evalfaas"), arguments) { RedirectStandardError = true })!;
        var said = "";
        while (await process.StandardError.ReadLineAsync(NodeBench.Cancellation) is { } line)
        {
            if (Listening().Match(line) is { Success: true } address)
            {
                // Nobody else reads what it says, and a full pipe would stop it.
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new ChildNode(process, new Uri(address.Groups[1].Value));
            }

            said += line + "\n";
        }

        throw new InvalidOperationException($"The node ended before it listened: {said}");
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Its child processes.</summary>
    public IReadOnlyList<int> Children() =>
        [.. Directory.EnumerateDirectories($"/proc/{_process.Id}/task").SelectMany(t => File.ReadAllText(Path.Combine(t, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)];

    public async Task<JsonNode> GetJsonAsync(string path) => JsonNode.Parse(await Client.GetStringAsync(path, NodeBench.Cancellation))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    [GeneratedRegex(@"Listening on (http://\S+)\.$")]
    private static partial Regex Listening();
}
