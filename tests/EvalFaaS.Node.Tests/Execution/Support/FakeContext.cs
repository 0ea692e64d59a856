using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

/// <summary>A request without HTTP.</summary>
internal sealed class FakeContext(DeployedFunction function, TimeProvider time) : InvocationContext
{
    private static readonly Pipe Done = Completed();
    private PipeWriter? _response;

    public string Id { get; set; } = "00000000000000000000000000000001";

    public override string InvocationId => Id;

    public override InvocationLimits Limits => function.Revision.Limits;

    public override GuestEnvironment Environment => function.Environment;

    public override InvocationLedger Ledger { get; } = new(time);

    public override RequestHead? Request => null;

    public PipeReader Body { get; set; } = Done.Reader;

    public override PipeReader RequestBody => Body;

    public long? Length { get; set; } = 0;

    public override long? RequestLength => Length;

    public MemoryStream Response { get; } = new();

    public override PipeWriter ResponseBody => _response ??= PipeWriter.Create(Response);

    public override void SetStatus(int status)
    {
    }

    public override void AddResponseHeader(string name, string value)
    {
    }

    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
    }

    private static Pipe Completed()
    {
        var pipe = new Pipe();
        pipe.Writer.Complete();
        return pipe;
    }
}
