using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Targets;

/// <summary>A bare ASP.NET Core endpoint that answers with the request's body: the ceiling of anything served by the same HTTP stack. It runs no function.</summary>
public sealed class KestrelTarget : ITarget
{
    /// <inheritdoc/>
    public string Name => "kestrel";

    /// <inheritdoc/>
    public string IsolatedBy => "nothing: no function runs";

    /// <inheritdoc/>
    public string? WhyUnavailable() => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => [];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(TargetSetup setup, CancellationToken cancellation)
    {
        var address = FreePort.Find();
        var server = ServerProcess.Start(
            [.. setup.Machine.Program, "baseline", "kestrel", "--urls", $"http://{address}"], setup.Machine.Cores.Targets, setup.Machine.Memory);
        try
        {
            await server.WaitUntilListeningAsync(address, TimeSpan.FromSeconds(20), setup.Machine.Time, cancellation);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        // It echoes: whatever the function's right answer is, the ceiling's is the request's own body.
        return new ServerRun(server, new ServedFunction(address, setup.Case.Bytes(""), setup.Case.Body, StartStates.None), DotNetFacts.Read(server, setup.Machine));
    }
}
