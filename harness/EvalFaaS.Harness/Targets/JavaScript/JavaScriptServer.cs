using System.Net;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>A platform's process that serves a deployed function; it can be stopped and started again at the same address.</summary>
internal sealed class JavaScriptServer(JavaScriptPlatform platform, string folder, bool fresh, MeasuringMachine machine) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private ServerProcess? _process;

    public IPEndPoint Address { get; } = FreePort.Find();

    public int Id => Process.Id;

    /// <summary>How it came to its end; null while it lives, or while it is not to live.</summary>
    public string? Failure => _process?.Failure;

    private ServerProcess Process => _process ?? throw new InvalidOperationException("The platform does not run.");

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Launch();
        try
        {
            await Process.WaitUntilListeningAsync(Address, StartTimeout, machine.Time, cancellation);
        }
        catch (InvalidOperationException e)
        {
            throw new TargetException(e.Message, e);
        }
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Launch() => _process = ServerProcess.Start(
        platform.Command(new JavaScriptStart(folder, Address, fresh)),
        machine.Cores.Targets,
        machine.Memory,
        // A home of its own: nothing of the user's settings, credentials or caches is read, and nothing is left there.
        new Dictionary<string, string> { ["HOME"] = folder, ["DENO_DIR"] = Path.Combine(folder, ".deno"), ["DENO_NO_UPDATE_CHECK"] = "1", ["DO_NOT_TRACK"] = "1" },
        folder: folder);

    /// <summary>Ends it at once: nothing of it is to be kept.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        await _process.KillAsync();
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
