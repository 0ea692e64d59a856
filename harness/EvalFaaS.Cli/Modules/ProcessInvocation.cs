using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Modules;

/// <summary>A guest as a plain process: this process's own streams are its streams.</summary>
internal sealed class ProcessInvocation : InvocationContext, IAsyncDisposable
{
    private readonly Stream _stderr = Console.OpenStandardError();

    public ProcessInvocation(GuestEnvironment environment, InvocationLimits limits)
    {
        Environment = environment;
        Limits = limits;
        Ledger.Start();
    }

    public override string InvocationId => "00000000000000000000000000000000";

    public override InvocationLimits Limits { get; }

    public override GuestEnvironment Environment { get; }

    public override InvocationLedger Ledger { get; } = new(TimeProvider.System);

    public override RequestHead? Request => null;

    public override PipeReader RequestBody { get; } = PipeReader.Create(Console.OpenStandardInput());

    public override long? RequestLength => null;

    public override PipeWriter ResponseBody { get; } = PipeWriter.Create(Console.OpenStandardOutput());

    public override TerminalStreams Terminals =>
        (Console.IsInputRedirected ? 0 : TerminalStreams.Input) | (Console.IsOutputRedirected ? 0 : TerminalStreams.Output) | (Console.IsErrorRedirected ? 0 : TerminalStreams.Error);

    public override void SetStatus(int status)
    {
        // A plain process has no status.
    }

    public override void AddResponseHeader(string name, string value)
    {
        // A plain process has no headers.
    }

    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        _stderr.Write(utf8);
        _stderr.Flush();
    }

    /// <summary>Writes out what is still buffered.</summary>
    public async Task FlushAsync() => await ResponseBody.FlushAsync();

    public async ValueTask DisposeAsync()
    {
        await ResponseBody.CompleteAsync();
        await _stderr.DisposeAsync();
    }
}
