using System.Diagnostics;
using System.Net;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Processes;

/// <summary>A target's server process: bound to the targets' cores and memory limit from its first instruction, its output kept for error messages.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int KeptLines = 50;
    private readonly Process _process;
    private readonly Queue<string> _output = new();

    private ServerProcess(Process process, bool answers)
    {
        _process = process;
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginErrorReadLine();
        if (answers) return;
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it ended, with its last output; null while it lives.</summary>
    public string? Failure => HasExited ? $"The process '{Program}' ended with code {_process.ExitCode}{(Output is { Length: > 0 } said ? $": {said}" : ".")}" : null;

    /// <summary>Its last lines of output.</summary>
    public string Output
    {
        get
        {
            lock (_output) return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="cores">Cores it may run on.</param>
    /// <param name="memory">Its memory limit, or null.</param>
    /// <param name="environment">Variables added to the harness's own.</param>
    /// <param name="answers">Whether its stdout answers what is asked on its stdin (<see cref="AskAsync"/>).</param>
    /// <param name="folder">Where it runs. Default: where the harness runs.</param>
    /// <param name="addressSpaceBytes">The limit of its own address space (setrlimit(2), RLIMIT_AS), or null.</param>
    public static ServerProcess Start(
        IReadOnlyList<string> command, IReadOnlyList<int> cores, MemoryCgroup? memory, IReadOnlyDictionary<string, string>? environment = null, bool answers = false, string? folder = null, long? addressSpaceBytes = null)
    {
        // The shell puts itself into the control group and becomes the program, so that nothing of it runs outside.
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{(memory is null ? "" : $"echo $$ > '{memory.Processes}' && ")}{(addressSpaceBytes is { } bytes ? $"ulimit -v {bytes >> 10} && " : "")}exec \"$@\"");
        start.ArgumentList.Add("sh");
        foreach (var word in command) start.ArgumentList.Add(word);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new ServerProcess(Affinity.On(cores, () => Process.Start(start)!), answers);
    }

    /// <summary>Writes a line to its stdin and reads one from its stdout; null when it ended.</summary>
    public async Task<string?> AskAsync(string line, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        return await _process.StandardOutput.ReadLineAsync(cancellation);
    }

    /// <summary>Waits until something listens there.</summary>
    /// <exception cref="InvalidOperationException">It ended first, or did not listen in time; the message has its last output.</exception>
    public async Task WaitUntilListeningAsync(EndPoint address, TimeSpan timeout, TimeProvider time, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        await Listening.WaitAsync(address, () => HasExited ? $"'{Program}' ended with code {_process.ExitCode} before it listened on {address}: {Output}" : null, time, either.Token);
    }

    /// <summary>Ends it: asks first, insists after two seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // One that answers on its stdin ends with it; the signal alone would leave it reading.
            _process.StandardInput.Close();
            Signals.Terminate(_process.Id);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }

        _process.Dispose();
    }

    /// <summary>Waits until it has ended.</summary>
    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Ends it at once, as <c>kill -9</c> does, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    // What the shell becomes.
    private string Program => _process.StartInfo.ArgumentList[3];

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            _output.Enqueue(line);
            if (_output.Count > KeptLines) _output.Dequeue();
        }
    }
}
