using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Model;

/// <summary>A plain process's invocation without limits: what it writes goes to this process's stdout.</summary>
internal sealed class ConsoleInvocation : InvocationContext
{
    public InvocationCancellation Cancellation { get; } = new(TimeProvider.System);

    public override string InvocationId => "0123456789abcdef0123456789abcdef";

    public override InvocationLimits Limits => InvocationLimits.Unlimited;

    public override GuestEnvironment Environment => GuestEnvironment.Empty;

    public override InvocationLedger Ledger { get; } = new(TimeProvider.System);

    public override RequestHead? Request => null;

    public override PipeReader RequestBody { get; } = PipeReader.Create(Stream.Null);

    public override long? RequestLength => null;

    public override PipeWriter ResponseBody { get; } = PipeWriter.Create(Console.OpenStandardOutput());

    public override void SetStatus(int status)
    {
    }

    public override void AddResponseHeader(string name, string value)
    {
    }

    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
    }
}
