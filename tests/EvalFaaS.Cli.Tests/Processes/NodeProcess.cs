using System.Text.RegularExpressions;

namespace EvalFaaS.Cli.Tests;

/// <summary>A node as a process of its own, on a free port, and the program called against it.</summary>
internal sealed partial class NodeProcess : IAsyncDisposable
{
    private readonly CliProcess _process;

    private NodeProcess(CliProcess process, string address) => (_process, Address) = (process, address);

    /// <summary>For example <c>http://127.0.0.1:41233</c>.</summary>
    public string Address { get; }

    public int Port => new Uri(Address).Port;

    public Collected Log => _process.Errors;

    /// <summary>Starts a node and waits until it listens.</summary>
    public static async Task<NodeProcess> StartAsync(string data, params string[] more)
    {
        var process = CliProcess.Start(new CliCall(["node", "--urls", "http://127.0.0.1:0", "--data", data, .. more]));
        try
        {
            var log = await process.Errors.WaitForAsync("kept in", TestContext.Current.CancellationToken);
            return new NodeProcess(process, Listening().Match(log).Groups[1].Value);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls the program with this node named to it.</summary>
    public Task<CliResult> RunAsync(params string[] words) => RunAsync(new CliCall(words));

    public Task<CliResult> RunAsync(CliCall call) => Cli.RunAsync(call with { Words = [.. call.Words, "--node", Address] });

    public Task SignalAsync(string name) => _process.SignalAsync(name);

    public Task<CliResult> EndAsync() => _process.EndAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [GeneratedRegex(@"Listening on (http://[0-9.:]+[0-9])")]
    private static partial Regex Listening();
}
