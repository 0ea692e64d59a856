using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>One node for a class of tests, each of which uses functions of its own names.</summary>
public sealed class SharedNode : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal NodeProcess Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Node = await NodeProcess.StartAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _folder.Dispose();
    }
}
