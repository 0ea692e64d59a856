using EvalFaaS.Engines;

namespace EvalFaaS.Execution;

/// <summary>Invocations that wait for a guest thread, each in the line of its function, and who goes next. Not safe for several threads.</summary>
/// <remarks>
/// A guest that runs cannot be made to give up its thread, so a function may hold as many as it leaves free (<see cref="FairShare"/>): however long its guests run, one of another
/// function gets a thread. Of those that may have one, the function that runs fewest goes first, and among equals the one served longest ago.
/// </remarks>
internal sealed class GuestLine(int places)
{
    private readonly List<GuestShare> _waiting = [];

    /// <summary>Guests that run, those that wait for their client left out.</summary>
    public int Running { get; private set; }

    /// <summary>Joins the line.</summary>
    public void Add(Invocation invocation)
    {
        var share = invocation.Function.Share;
        if (share.First is null) _waiting.Add(share);
        share.Add(invocation);
    }

    /// <summary>Takes the next out that may run, which then does; null where there is none.</summary>
    public Invocation? TakeNext()
    {
        var free = places - Running;
        var next = -1;
        for (var i = 0; i < _waiting.Count; i++)
            if (FairShare.MayTake(_waiting[i].Running, free) && (next < 0 || _waiting[i].Running < _waiting[next].Running)) next = i;
        if (next < 0) return null;
        var share = _waiting[next];
        _waiting.RemoveAt(next);
        var invocation = share.Take();
        if (share.First is not null) _waiting.Add(share);
        Enter(share);
        return invocation;
    }

    /// <summary>A guest runs, or runs again after it waited for its client: then without asking.</summary>
    public void Enter(GuestShare share)
    {
        Running++;
        share.Running++;
    }

    /// <summary>A guest has ended, or waits for its client.</summary>
    public void Leave(GuestShare share)
    {
        Running--;
        share.Running--;
    }
}
