namespace EvalFaaS.Execution;

/// <summary>When to look at which function next. Each is in it at most once for its earliest time, however often decisions are made.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<KeptFunction, double> _due = new();

    /// <summary>Sees to it that a function is looked at when its next thing is due. What is in the agenda for earlier stays: it is found not due then, and put in anew.</summary>
    public void Arm(KeptFunction function)
    {
        if (function.NextDue >= function.Armed) return;
        _due.Enqueue(function, function.Armed = function.NextDue);
    }

    /// <summary>Takes the next function whose time has come.</summary>
    /// <param name="until">The time.</param>
    /// <param name="inclusive">Whether what is due at that very time is taken, too.</param>
    /// <param name="function">It.</param>
    /// <param name="at">Its time, seconds.</param>
    public bool TryTake(double until, bool inclusive, out KeptFunction function, out double at)
    {
        while (_due.TryPeek(out function!, out at) && (at < until || (inclusive && at == until)))
        {
            _due.Dequeue();
            // An entry that an earlier one took the place of says nothing any more.
            if (at != function.Armed) continue;
            function.Armed = double.PositiveInfinity;
            if (function.NextDue <= at) return true;
            Arm(function);
        }

        return false;
    }
}
