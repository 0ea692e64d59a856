namespace EvalFaaS.Execution;

/// <summary>What one function holds of the guest threads, and its invocations that wait for one. Under the line's lock alone.</summary>
internal sealed class GuestShare
{
    private Invocation? _first, _last;

    /// <summary>Guests of it that run on guest threads; one that waits for its client does not count.</summary>
    public int Running { get; set; }

    /// <summary>The invocation that waits longest, or null.</summary>
    public Invocation? First => _first;

    /// <summary>Puts an invocation at the end of its line.</summary>
    public void Add(Invocation invocation)
    {
        // The line runs through the invocations themselves, so that waiting allocates nothing.
        if (_last is null) _first = invocation;
        else _last.NextInLine = invocation;
        _last = invocation;
    }

    /// <summary>Takes the first out.</summary>
    public Invocation Take()
    {
        var first = _first!;
        _first = first.NextInLine;
        first.NextInLine = null;
        if (_first is null) _last = null;
        return first;
    }
}
