using System.IO.Pipelines;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>The invocation inside the worker: everything the guest's host asks for comes from, or goes into, the data socket. Reused.</summary>
internal sealed class GuestContext : InvocationContext
{
    private readonly DataChannel _channel;
    private readonly GuestRequestHead _head = new();
    private readonly GuestResponseHead _response;
    private readonly GuestBodyReader _reader;
    private readonly GuestBodyWriter _writer;
    private Surroundings? _surroundings;
    private InvokeFlags _flags;
    private TerminalStreams _terminals;
    private long _length;
    private byte[] _id = [];
    private string? _idText;

    public GuestContext(DataChannel channel, WaitSignal signal, CancelInbox inbox, TimeProvider time)
    {
        _channel = channel;
        _response = new GuestResponseHead(channel);
        _reader = new GuestBodyReader(channel, signal);
        _writer = new GuestBodyWriter(channel, _response, inbox);
        Ledger = new InvocationLedger(time);
    }

    /// <inheritdoc/>
    public override string InvocationId => _idText ??= Encoding.UTF8.GetString(_id);

    /// <inheritdoc/>
    public override InvocationLimits Limits => Current.Limits;

    /// <inheritdoc/>
    public override GuestEnvironment Environment => Current.Environment;

    /// <inheritdoc/>
    public override InvocationLedger Ledger { get; }

    /// <inheritdoc/>
    public override RequestHead? Request => (_flags & InvokeFlags.PlainProcess) != 0 ? null : _head;

    /// <inheritdoc/>
    public override PipeReader RequestBody => _reader;

    /// <inheritdoc/>
    public override long? RequestLength => _length == Invoke.None ? null : _length;

    /// <inheritdoc/>
    public override PipeWriter ResponseBody => _writer;

    /// <inheritdoc/>
    public override TerminalStreams Terminals => _terminals;

    private Surroundings Current => _surroundings ?? throw new InvalidOperationException("No invocation runs in this worker.");

    /// <summary>Begins an invocation.</summary>
    /// <param name="invoke">Its fixed part.</param>
    /// <param name="surroundings">What it finds around it.</param>
    /// <param name="rest">The frame's rest: identity, head, beginning of the body.</param>
    public void Begin(in Invoke invoke, Surroundings surroundings, MessageReader rest)
    {
        _surroundings = surroundings;
        _flags = invoke.Flags;
        _terminals = invoke.Terminals;
        _length = invoke.RequestLength;
        var id = rest.Take(rest.UInt32());
        if (_id.Length != id.Length) _id = new byte[id.Length];
        id.CopyTo(_id);
        _idText = null;
        if ((_flags & InvokeFlags.Head) != 0) _head.Begin(rest.Take(rest.UInt32()));
        _reader.Begin(rest.Rest, (_flags & InvokeFlags.WholeBody) != 0);
        _response.Begin();
        _writer.Begin();
        Ledger.Start();
    }

    /// <summary>Puts the rest of the response into frames; they are sent with the outcome.</summary>
    public void Emit() => _writer.Emit(flush: false);

    /// <inheritdoc/>
    public override void SetStatus(int status) => _response.SetStatus(status);

    /// <inheritdoc/>
    public override void AddResponseHeader(string name, string value) => _response.Add(name, value);

    /// <inheritdoc/>
    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var part = utf8[..Math.Min(utf8.Length, WorkerProtocol.ChunkBytes)];
            utf8 = utf8[part.Length..];
            _channel.Writer.Begin(FrameKind.Log);
            _channel.Writer.Byte((byte)level);
            _channel.Writer.Raw(part);
            _channel.Writer.End();
        }

        // At once: what a guest said before it took its process down is what one wants to know.
        _channel.Flush();
    }
}
