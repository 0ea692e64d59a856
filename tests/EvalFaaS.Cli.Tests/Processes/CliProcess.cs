using System.Diagnostics;

namespace EvalFaaS.Cli.Tests;

/// <summary>A running <c>evalfaas</c>, as a person starts it; it and all it started are gone with the test.</summary>
internal sealed class CliProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _line;

    private CliProcess(Process process, string line)
    {
        _process = process;
        _line = line;
        Output = new Collected(process.StandardOutput.BaseStream);
        Errors = new Collected(process.StandardError.BaseStream);
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Collected Output { get; }

    public Collected Errors { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it. None of this process's own <c>EVALFAAS_…</c> variables reach it.</summary>
    public static CliProcess Start(CliCall call)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "evalfaas"), call.Words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = call.Folder,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("EVALFAAS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in call.Variables) start.Environment[name] = value;
        return new CliProcess(Process.Start(start)!, string.Join(' ', call.Words));
    }

    /// <summary>Sends a signal by its name, for example <c>TERM</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    /// <summary>Waits until it has ended and said everything.</summary>
    public async Task<CliResult> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync(Cancellation).WaitAsync(Patience, TimeProvider.System);
            await Task.WhenAll(Output.End, Errors.End).WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'evalfaas {_line}' did not end within {Patience}. It said: {Output.Text} {Errors.Text}");
        }

        return new CliResult(_process.ExitCode, Output.Bytes, Errors.Text);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
