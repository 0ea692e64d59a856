using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>
/// A bounded set of threads for guests that would hold a request thread for long: slow functions, and those that wait for a body still on its way.
/// Started when needed, with a stack that is large enough for a guest; shared fairly between functions.
/// </summary>
/// <remarks>A thread whose guest waits for its client takes no processor, so another may run in its place: slow clients, even many, hold up nobody else.</remarks>
internal sealed class GuestThreads(int maximum) : IDisposable, IClientWaits
{
    private const int StackBytes = 4 << 20;

    // A third of the weight of the threads that take requests (sched(7)): where a core is short, what is over in a moment goes before what takes long.
    private const int Nice = 5;

    /// <summary>The most threads there ever are, those that wait for clients included.</summary>
    public const int Most = 1_024;

    [ThreadStatic]
    private static GuestShare? _share;

    private readonly object _lock = new();
    private readonly GuestLine _line = new(maximum);
    private readonly Queue<Invocation> _next = new();
    private readonly List<Thread> _threads = [];
    private bool _ended;
    private int _idle;
    private int _waiting;

    /// <summary>The number that is used where none is set: one function alone gets half of them.</summary>
    public static int DefaultMaximum => 2 * Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>Threads started.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _threads.Count;
        }
    }

    /// <summary>Runs an invocation's guest on one of the threads, when it is its function's turn.</summary>
    public void Run(Invocation invocation)
    {
        lock (_lock)
        {
            _line.Add(invocation);
            Dispatch_NeedsLock();
        }
    }

    /// <inheritdoc/>
    public void Began()
    {
        lock (_lock)
        {
            _waiting++;
            _line.Leave(_share!);
            Dispatch_NeedsLock();
        }
    }

    /// <inheritdoc/>
    public void Ended()
    {
        lock (_lock)
        {
            _waiting--;
            _line.Enter(_share!);
        }
    }

    /// <summary>Ends the threads once they have nothing to do. No work may be given any more.</summary>
    public void Dispose()
    {
        Thread[] threads;
        lock (_lock)
        {
            _ended = true;
            threads = [.. _threads];
            Monitor.PulseAll(_lock);
        }

        foreach (var thread in threads) thread.Join();
    }

    // Lets all run that may, and sees to a thread for each.
    private void Dispatch_NeedsLock()
    {
        while (_line.TakeNext() is { } invocation)
        {
            _next.Enqueue(invocation);
            if (_idle >= _next.Count) Monitor.Pulse(_lock);
            else if (_threads.Count < Most) Start_NeedsLock();
        }
    }

    private void Start_NeedsLock()
    {
        var thread = new Thread(Work, StackBytes) { IsBackground = true, Name = $"guest {_threads.Count + 1}" };
        _threads.Add(thread);
        _idle++;
        thread.Start();
    }

    private void Work()
    {
        ClientWait.TellOf(this);
        ThreadNice.Add(Nice);
        while (Next() is { } invocation)
        {
            // Its owner may use the invocation again before this thread comes back from it.
            _share = invocation.Function.Share;
            invocation.RunOnGuestThread();
        }
    }

    private Invocation? Next()
    {
        lock (_lock)
        {
            if (_share is { } ended)
            {
                _share = null;
                _idle++;
                _line.Leave(ended);
                Dispatch_NeedsLock();
            }

            while (_next.Count == 0 && !_ended && !IsOneTooMany_NeedsLock()) Monitor.Wait(_lock);
            _idle--;
            if (_next.TryDequeue(out var invocation)) return invocation;
            _threads.Remove(Thread.CurrentThread);
            return null;
        }
    }

    // One that stood in for others that waited goes when they are back.
    private bool IsOneTooMany_NeedsLock() => _threads.Count > maximum + _waiting;
}
