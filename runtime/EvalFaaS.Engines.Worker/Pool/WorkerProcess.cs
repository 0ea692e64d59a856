using System.Buffers.Binary;
using System.Net.Sockets;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A worker process as its parent sees it. Whoever has taken it from the pool may talk to it; anyone may cancel or kill.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly string _engine;
    private readonly ChildProcess _child;
    private readonly Socket _control;
    private readonly MessageWriter _housekeeping = new();
    private readonly Lock _housekeepingLock = new();
    private readonly HashSet<int> _modules = [];
    private readonly HashSet<int> _surroundings = [];
    private int _dead;
    private string? _end;

    public WorkerProcess(string engine, ChildProcess child, DataChannel channel, FileHandle control, EngineDescription description)
    {
        _engine = engine;
        _child = child;
        Channel = channel;
        _control = new Socket(new SafeSocketHandle(control.Descriptor, ownsHandle: true));
        control.SetHandleAsInvalid();
        Description = description;
        Conversation = new Conversation(this);
        channel.SetPatience(Conversation.ShortPatience);
    }

    public int ProcessId => _child.Id;

    /// <summary>The inner engine as it runs there.</summary>
    public EngineDescription Description { get; }

    public DataChannel Channel { get; }

    public Conversation Conversation { get; }

    /// <summary>Whether its end was noticed.</summary>
    public bool IsDead => Volatile.Read(ref _dead) != 0;

    /// <summary>Whose call it runs; null while it is idle or on an errand. The pool's.</summary>
    public WorkerClaim? Claim { get; set; }

    /// <summary>When it was last given back, by the pool's clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>The fault of whatever it was doing when it ended.</summary>
    public InvocationFault LostFault => WorkerFaults.Lost(_engine, ProcessId, End());

    /// <summary>Ends when the process does.</summary>
    public async Task WatchAsync()
    {
        try
        {
            while (await _control.ReceiveAsync(new byte[1]).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // That is an end, too.
        }
    }

    /// <summary>Asks the running invocation to end, or, with no reason, tells it that nobody reads its response. Reaches a guest that loops.</summary>
    public void Cancel(long sequence, CancelReason reason)
    {
        Span<byte> message = stackalloc byte[WorkerProtocol.CancelBytes];
        message.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(message, sequence);
        message[sizeof(long)] = (byte)reason;
        try
        {
            _control.Send(message);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is gone, and so is the invocation.
        }
    }

    /// <summary>Writes what it must know before the next frame: what was put aside for it, the module, the surroundings.</summary>
    public void Prepare(ModuleDefinition module, Surroundings? surroundings)
    {
        WriteHousekeeping();
        if (_modules.Add(module.Key)) module.Write(Channel.Writer);
        if (surroundings is not null && _surroundings.Add(surroundings.Id)) surroundings.Write(Channel.Writer);
    }

    /// <summary>Has it load a module while it has nothing else to do.</summary>
    public void Prefetch(ModuleDefinition module)
    {
        Prepare(module, null);
        Channel.Writer.Begin(FrameKind.Prefetch);
        Channel.Writer.Int32(module.Key);
        Channel.Writer.End();
        Channel.Flush();
    }

    /// <summary>Asks to be told when all that it was told before is done, what was put aside for it included.</summary>
    public void Settle()
    {
        WriteHousekeeping();
        Channel.Writer.Begin(FrameKind.Settle);
        Channel.Writer.End();
    }

    /// <summary>Puts a frame aside until it is next spoken to.</summary>
    public void PutAside(FrameKind kind, long key)
    {
        lock (_housekeepingLock)
        {
            _housekeeping.Begin(kind);
            if (kind == FrameKind.Drop) _housekeeping.Int64(key);
            else _housekeeping.Int32((int)key);
            _housekeeping.End();
        }
    }

    /// <summary>Sends what was put aside. Only for whoever has taken it.</summary>
    public void SendHousekeeping()
    {
        WriteHousekeeping();
        Channel.Flush();
    }

    /// <summary>Ends it at once, whatever it does. What waits for it sees it gone.</summary>
    public void Kill() => _child.Kill();

    /// <summary>Notes its end.</summary>
    /// <returns>Whether nobody had before.</returns>
    public bool MarkDead() => Interlocked.Exchange(ref _dead, 1) == 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        MarkDead();
        _child.Dispose();
        _control.Dispose();
        Channel.Dispose();
    }

    private void WriteHousekeeping()
    {
        lock (_housekeepingLock)
        {
            Channel.Writer.Raw(_housekeeping.Written);
            _housekeeping.Clear();
        }
    }

    // Killing a process that is dying changes nothing about how it died.
    private string End()
    {
        if (_end is not null) return _end;
        _child.Kill();
        return _end = _child.Reap();
    }
}
