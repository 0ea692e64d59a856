using System.Net;

namespace EvalFaaS.Harness.Load;

/// <summary>The connections to one address: which are free, and which requests wait for one.</summary>
internal sealed class ConnectionGroup(EndPoint address, int size, int mostWaiting)
{
    private readonly Stack<Connection> _free = new(size);
    private readonly Queue<DueRequest> _waiting = new(mostWaiting);

    /// <summary>Where they go.</summary>
    public EndPoint Address => address;

    /// <summary>Requests that wait for a connection.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Makes a connection free.</summary>
    public void Release(Connection connection) => _free.Push(connection);

    /// <summary>A free connection, or null.</summary>
    public Connection? Take() => _free.TryPop(out var connection) ? connection : null;

    /// <summary>Lets a request wait.</summary>
    public void Wait(DueRequest due) => _waiting.Enqueue(due);

    /// <summary>A request that waited, where a connection is free for it.</summary>
    public bool TryServe(out DueRequest due, out Connection connection)
    {
        (due, connection) = (default, null!);
        if (_waiting.Count == 0 || !_free.TryPop(out connection!)) return false;
        due = _waiting.Dequeue();
        return true;
    }

    /// <summary>Gives up on those that wait.</summary>
    public void Clear() => _waiting.Clear();
}

/// <summary>A request that is due.</summary>
/// <param name="IntendedNs">Its intended start; null: when it is issued.</param>
/// <param name="Request">Which of the plan.</param>
/// <param name="Size">Size of its random body.</param>
/// <param name="IdleNs">How long the generator had been idle with requests waiting, in all, when it became due.</param>
internal readonly record struct DueRequest(long? IntendedNs, int Request, int Size, long IdleNs);
