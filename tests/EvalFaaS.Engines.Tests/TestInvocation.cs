using System.IO.Pipelines;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>An invocation for tests: its request's body lies in a pipe, its response is read as text or bytes.</summary>
internal sealed class TestInvocation : InvocationContext
{
    private readonly StringBuilder _log = new();
    private readonly Pipe _response = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly TestRequest _request;

    /// <summary>An invocation whose body has arrived whole.</summary>
    public TestInvocation(ReadOnlySpan<byte> body, TestRequest? request = null, InvocationLimits? limits = null)
        : this(PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(body.ToArray())), body.Length, request, limits)
    {
    }

    /// <summary>An invocation whose body is this text.</summary>
    public TestInvocation(string body = "", TestRequest? request = null, InvocationLimits? limits = null)
        : this(Encoding.UTF8.GetBytes(body), request, limits)
    {
    }

    /// <summary>An invocation whose body comes from a reader.</summary>
    public TestInvocation(PipeReader body, long? length, TestRequest? request = null, InvocationLimits? limits = null)
    {
        RequestBody = body;
        RequestLength = length;
        _request = request ?? new TestRequest();
        Limits = limits ?? new InvocationLimits();
        Ledger = new InvocationLedger(TimeProvider.System);
        Ledger.Start();
        Cancellation = new InvocationCancellation(TimeProvider.System);
        Cancellation.Arm(Limits.Timeout);
    }

    /// <summary>Armed with the limits' timeout on the system's clock.</summary>
    public InvocationCancellation Cancellation { get; }

    /// <summary>The guest's clock; the system's unless set.</summary>
    public TimeProvider GuestTime { get; init; } = TimeProvider.System;

    /// <summary>The guest's randomness; the system's unless set.</summary>
    public IGuestRandom GuestRandom { get; init; } = SecureGuestRandom.Instance;

    /// <summary>What the guest finds around it; nothing unless set.</summary>
    public GuestEnvironment GuestEnvironment { get; init; } = GuestEnvironment.Empty;

    /// <summary>Whether a command runs as a plain process, without a request.</summary>
    public bool IsProcess { get; init; }

    /// <summary>Where the response goes instead of into memory.</summary>
    public PipeWriter? ResponseWriter { get; init; }

    /// <summary>The status set, 200 unless set.</summary>
    public int Status { get; private set; } = 200;

    /// <summary>The response headers in the order added.</summary>
    public List<KeyValuePair<string, string>> ResponseHeaders { get; } = [];

    /// <summary>What the guest logged or wrote to stderr.</summary>
    public string Logged => _log.ToString();

    /// <inheritdoc/>
    public override string InvocationId => "0123456789abcdef0123456789abcdef";

    /// <inheritdoc/>
    public override InvocationLimits Limits { get; }

    /// <inheritdoc/>
    public override GuestEnvironment Environment => GuestEnvironment;

    /// <inheritdoc/>
    public override InvocationLedger Ledger { get; }

    /// <inheritdoc/>
    public override TimeProvider Time => GuestTime;

    /// <inheritdoc/>
    public override IGuestRandom Random => GuestRandom;

    /// <inheritdoc/>
    public override RequestHead? Request => IsProcess ? null : _request;

    /// <inheritdoc/>
    public override PipeReader RequestBody { get; }

    /// <inheritdoc/>
    public override long? RequestLength { get; }

    /// <inheritdoc/>
    public override PipeWriter ResponseBody => ResponseWriter ?? _response.Writer;

    /// <inheritdoc/>
    public override void SetStatus(int status) => Status = status;

    /// <inheritdoc/>
    public override void AddResponseHeader(string name, string value) => ResponseHeaders.Add(new(name, value));

    /// <inheritdoc/>
    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        _log.Append(Encoding.UTF8.GetString(utf8));
    }

    /// <summary>The response's body so far. Ends the response: call it once, after the invocation.</summary>
    public async Task<byte[]> ResponseBytesAsync()
    {
        await _response.Writer.CompleteAsync();
        using var memory = new MemoryStream();
        await _response.Reader.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }

    /// <summary>The response's body as UTF-8. Ends the response: call it once, after the invocation.</summary>
    public async Task<string> ResponseTextAsync() => Encoding.UTF8.GetString(await ResponseBytesAsync());
}
