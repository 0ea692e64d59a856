using System.Buffers;
using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>An invocation without a server: the request is given, the answer stays in memory. Used again and again.</summary>
public sealed class InProcessInvocation : InvocationContext
{
    private readonly RequestCase _request;
    private readonly ArrayBufferWriter<byte> _answer = new(4096);
    private readonly PipeWriter _writer;
    private PipeReader _body;

    /// <summary>An invocation that asks for this.</summary>
    public InProcessInvocation(RequestCase request, InvocationLimits limits)
    {
        _request = request;
        _writer = new BufferPipeWriter(_answer);
        _body = PipeReader.Create(new ReadOnlySequence<byte>(request.Body));
        Limits = limits;
        Request = new CaseHead(request);
    }

    /// <summary>The answer's body so far.</summary>
    public ReadOnlySpan<byte> Answer => _answer.WrittenSpan;

    /// <summary>The answer's status.</summary>
    public int Status { get; private set; } = 200;

    /// <summary>Whether the answer is the right one.</summary>
    public bool IsRight => Status is >= 200 and <= 299 && (_request.ExpectedBody is not { } expected || Answer.SequenceEqual(expected.Span));

    /// <inheritdoc/>
    public override string InvocationId => "00000000000000000000000000000000";

    /// <inheritdoc/>
    public override InvocationLimits Limits { get; }

    /// <inheritdoc/>
    public override GuestEnvironment Environment => GuestEnvironment.Empty;

    /// <inheritdoc/>
    public override InvocationLedger Ledger { get; } = new(TimeProvider.System);

    /// <inheritdoc/>
    public override RequestHead? Request { get; }

    /// <inheritdoc/>
    public override PipeReader RequestBody => _body;

    /// <inheritdoc/>
    public override long? RequestLength => _request.Body.Length;

    /// <inheritdoc/>
    public override PipeWriter ResponseBody => _writer;

    /// <summary>Makes ready for the next invocation.</summary>
    public void Reset()
    {
        _answer.ResetWrittenCount();
        Status = 200;
        _body = PipeReader.Create(new ReadOnlySequence<byte>(_request.Body));
        Ledger.Start();
    }

    /// <inheritdoc/>
    public override void SetStatus(int status) => Status = status;

    /// <inheritdoc/>
    public override void AddResponseHeader(string name, string value)
    {
        // Nobody reads them here.
    }

    /// <inheritdoc/>
    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        // Nobody reads it here.
    }
}
