using System.Runtime.InteropServices;

namespace EvalFaaS.Node.Hosting;

/// <summary>The operating system's word to the node: SIGTERM and SIGINT stop, a second SIGINT hurries, SIGHUP reloads.</summary>
internal sealed class NodeSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _hurry = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];

    public NodeSignals(CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stop.Token.Register(() => _stopped.TrySetResult());
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnStop));
    }

    /// <summary>Told to stop.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Told twice.</summary>
    public CancellationToken Hurry => _hurry.Token;

    /// <summary>Ends when told to stop.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>What to do on SIGHUP.</summary>
    public void OnReload(Action reload) => _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
    {
        signal.Cancel = true;
        reload();
    }));

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
        _hurry.Dispose();
    }

    private void OnStop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_stop.IsCancellationRequested && signal.Signal == PosixSignal.SIGINT) _hurry.Cancel();
        _stop.Cancel();
    }
}
