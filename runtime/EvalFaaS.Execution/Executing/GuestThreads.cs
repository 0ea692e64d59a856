using System.Collections.Concurrent;
using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>
/// A bounded set of threads for guests that would hold a request thread for long: slow functions, and those that wait for a body still on its way.
/// Started when needed, with a stack that is large enough for a guest.
/// </summary>
/// <remarks>A thread whose guest waits for its client takes no processor, so another may run in its place: slow clients, even many, hold up nobody else.</remarks>
internal sealed class GuestThreads(int maximum) : IDisposable, IClientWaits
{
    private const int StackBytes = 4 << 20;

    /// <summary>The most threads there ever are, those that wait for clients included.</summary>
    public const int Most = 1_024;

    private readonly ConcurrentQueue<Invocation> _work = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly Lock _lock = new();
    private readonly List<Thread> _threads = [];
    private volatile bool _ended;
    private int _idle;
    private int _waiting;

    /// <summary>The number that is used where none is set.</summary>
    public static int DefaultMaximum => Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>Threads started.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _threads.Count;
        }
    }

    /// <summary>Runs an invocation's guest on one of the threads, in the order of asking.</summary>
    public void Run(Invocation invocation)
    {
        _work.Enqueue(invocation);
        if (Volatile.Read(ref _idle) < _work.Count) StartOneMore();
        _available.Release();
    }

    /// <inheritdoc/>
    public void Began()
    {
        Interlocked.Increment(ref _waiting);
        if (!_work.IsEmpty && Volatile.Read(ref _idle) < _work.Count) StartOneMore();
    }

    /// <inheritdoc/>
    public void Ended() => Interlocked.Decrement(ref _waiting);

    /// <summary>Ends the threads once they have nothing to do. No work may be given any more.</summary>
    public void Dispose()
    {
        _ended = true;
        Thread[] threads;
        lock (_lock) threads = [.. _threads];
        if (threads.Length > 0) _available.Release(threads.Length);
        foreach (var thread in threads) thread.Join();
        _available.Dispose();
    }

    private void StartOneMore()
    {
        lock (_lock)
        {
            if (_threads.Count >= Math.Min(Most, maximum + Volatile.Read(ref _waiting))) return;
            var thread = new Thread(Work, StackBytes) { IsBackground = true, Name = $"guest {_threads.Count + 1}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    private void Work()
    {
        ClientWait.TellOf(this);
        while (!IsOneTooMany())
        {
            Interlocked.Increment(ref _idle);
            _available.Wait();
            Interlocked.Decrement(ref _idle);
            if (_work.TryDequeue(out var invocation)) invocation.RunOnGuestThread();
            else if (_ended) return;
        }
    }

    // One that stood in for others that waited goes when they are back.
    private bool IsOneTooMany()
    {
        lock (_lock)
        {
            if (_ended || _threads.Count <= maximum + Volatile.Read(ref _waiting)) return false;
            _threads.Remove(Thread.CurrentThread);
            return true;
        }
    }
}
