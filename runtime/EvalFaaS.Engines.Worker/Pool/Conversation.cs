using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>
/// One invocation at a time, spoken with the worker that runs it. A short one is over before the caller's thread is given up;
/// a long one, or one that waits for its client, goes on on a thread of its own.
/// </summary>
internal sealed class Conversation(WorkerProcess worker)
{
    /// <summary>How long the caller's thread waits for the worker.</summary>
    public static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(2);

    // How often a long invocation is looked at.
    private static readonly TimeSpan LongPatience = TimeSpan.FromMilliseconds(50);

    private readonly RequestSender _request = new(worker.Channel);
    private readonly ResponseReceiver _response = new(worker);
    private readonly DataChannel _channel = worker.Channel;
    private InvocationContext? _context;
    private InvocationCancellation? _cancellation;
    private LastResort _lastResort;
    private Ended _ended;
    private long _sequence;
    private bool _lost;

    /// <summary>How the last one ended. Valid until the worker is given back.</summary>
    public ref readonly Ended Ended => ref _ended;

    /// <summary>Whether the worker ended with it.</summary>
    public bool Lost => _lost;

    /// <summary>Runs an invocation.</summary>
    /// <param name="call">Which module, surroundings, instance.</param>
    /// <param name="context">Request, response, ledger.</param>
    /// <param name="cancellation">May end it.</param>
    /// <param name="time">The clock for the last resort.</param>
    public ValueTask<Outcome> RunAsync(in WorkerCall call, InvocationContext context, InvocationCancellation cancellation, TimeProvider time)
    {
        _context = context;
        _cancellation = cancellation;
        _lastResort = new LastResort(time);
        _ended = default;
        _lost = false;
        _sequence++;
        _response.Begin(context, cancellation, _sequence);
        try
        {
            worker.Prepare(call.Module, call.Surroundings);
            _request.Send(call, _sequence, context, cancellation);
            return Listen(patient: false)
                ? new ValueTask<Outcome>(End())
                : new ValueTask<Outcome>(Task.Factory.StartNew(static c => ((Conversation)c!).ListenLong(), this, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }
        catch (Exception e)
        {
            return new ValueTask<Outcome>(LoseWorker(e));
        }
    }

    private Outcome ListenLong()
    {
        var cancellation = _cancellation!;
        var sequence = _sequence;
        try
        {
            _channel.SetPatience(LongPatience);
            // A cancellation before this moment was not told to the worker: it is told now.
            cancellation.OnInterrupt(reason => worker.Cancel(sequence, reason));
            Listen(patient: true);
            _channel.SetPatience(ShortPatience);
            return End();
        }
        catch (Exception e)
        {
            return LoseWorker(e);
        }
        finally
        {
            cancellation.OnInterrupt(null);
        }
    }

    // True when the outcome is there; false when it takes longer than the caller's thread should wait.
    private bool Listen(bool patient)
    {
        while (true)
        {
            if (!_response.Flushed(patient)) return false;
            // A worker that never pauses keeps the short listening going: a cancellation is told to it by the long one.
            if (!patient && _cancellation!.Reason != CancelReason.None) return false;
            switch (_channel.Read(out var kind, out var payload))
            {
                case ReadStatus.Closed:
                    throw new ChannelClosedException();
                case ReadStatus.TimedOut when !patient:
                    return false;
                case ReadStatus.TimedOut:
                    if (_lastResort.IsDue(_cancellation!.Check())) worker.Kill();
                    break;
                default:
                    if (Take(kind, payload)) return true;
                    break;
            }
        }
    }

    private bool Take(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        switch (kind)
        {
            case FrameKind.Pull:
                _request.SendMore();
                return false;
            case FrameKind.Head:
                _response.TakeHead(payload);
                return false;
            case FrameKind.Chunk:
                _response.TakeChunk(payload);
                return false;
            case FrameKind.Log:
                _context!.Log((GuestLogLevel)payload[0], payload[1..]);
                return false;
            case FrameKind.Outcome:
                _ended = Ended.Read(payload);
                return _ended.Sequence == _sequence ? true : throw new ProtocolException($"The outcome is of invocation {_ended.Sequence}, not {_sequence}.");
            default:
                throw new ProtocolException($"A frame of kind {kind} is no part of an invocation.");
        }
    }

    private Outcome End()
    {
        _request.End();
        Forget();
        return new Outcome(_ended.Fault);
    }

    // Whatever failed, the two sides do not agree any more about what was said, so the worker goes.
    private Outcome LoseWorker(Exception e)
    {
        _lost = true;
        worker.Kill();
        _request.End();
        var reason = _cancellation!.Check();
        Forget();
        // A guest that did not end when told to, and was ended with its worker, ended for that reason.
        if (reason != CancelReason.None) return Faults.Cancelled(reason);
        return e is ChannelClosedException
            ? worker.LostFault
            : new InvocationFault(FaultKind.Internal, "worker", $"The conversation with worker process {worker.ProcessId} failed: {e.GetType().Name}: {e.Message}", RetryMayHelp: true);
    }

    private void Forget()
    {
        _context = null;
        _cancellation = null;
        _response.End();
    }
}
