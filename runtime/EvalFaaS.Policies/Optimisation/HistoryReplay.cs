namespace EvalFaaS.Policies;

/// <summary>Plays a function's history again under settings: the same calls at the same times, on a node that never lacks processors or memory. Code and instances are kept from the end of their last use on.</summary>
/// <remarks>The instance used last is taken first, so that the others can grow old, as the node does it.</remarks>
internal sealed class HistoryReplay(FunctionHistory history, FunctionSettings settings)
{
    private readonly PriorityQueue<int, double> _running = new();
    private readonly List<double> _idle = [];
    private double _codeIdleSince = double.NegativeInfinity;
    private double _codeLoadedAt;
    private double _mibSeconds;

    public SettingsOutcome Run(MemoryPrice price)
    {
        var latencies = new double[history.Calls.Count];
        var (cold, fresh) = (0, 0);
        for (var i = 0; i < latencies.Length; i++)
        {
            var (at, work) = history.Calls[i];
            EndUntil(at);
            var loads = _running.Count == 0 && !(at <= _codeIdleSince + settings.KeepAlive);
            if (loads) LoadCode(at);
            var reuses = TakeIdle(at);
            if (loads) cold++;
            if (!reuses) fresh++;
            latencies[i] = (loads ? history.LoadSeconds : 0) + (reuses ? 0 : history.InstanceSeconds) + work;
            _mibSeconds += latencies[i] * history.InstanceMiB;
            _running.Enqueue(i, at + latencies[i]);
        }

        EndUntil(double.PositiveInfinity);
        Close(Math.Max(history.Seconds, _codeIdleSince));
        Array.Sort(latencies);
        return new SettingsOutcome(settings, cold, fresh, latencies.Average(), At(latencies, 0.95), At(latencies, 0.99), _mibSeconds, price.OfMillion(_mibSeconds, latencies.Length));
    }

    private void EndUntil(double time)
    {
        while (_running.TryPeek(out _, out var end) && end <= time)
        {
            _running.Dequeue();
            if (_running.Count == 0) _codeIdleSince = end;
            Expire(end);
            if (_idle.Count < settings.Pool) _idle.Add(end);
        }
    }

    private void LoadCode(double at)
    {
        CloseCode(at);
        _codeLoadedAt = at;
    }

    private bool TakeIdle(double at)
    {
        Expire(at);
        if (_idle.Count == 0) return false;
        _mibSeconds += (at - _idle[^1]) * history.InstanceMiB;
        _idle.RemoveAt(_idle.Count - 1);
        return true;
    }

    // The oldest lies at the bottom.
    private void Expire(double now)
    {
        var gone = 0;
        while (gone < _idle.Count && now > _idle[gone] + settings.KeepAlive) gone++;
        _mibSeconds += gone * Math.Min(settings.KeepAlive, double.MaxValue) * history.InstanceMiB;
        _idle.RemoveRange(0, gone);
    }

    private void CloseCode(double now)
    {
        if (double.IsNegativeInfinity(_codeIdleSince)) return;
        _mibSeconds += (Math.Min(now, _codeIdleSince + settings.KeepAlive) - _codeLoadedAt) * history.CodeMiB;
    }

    private void Close(double end)
    {
        CloseCode(end);
        foreach (var since in _idle) _mibSeconds += Math.Min(end - since, settings.KeepAlive) * history.InstanceMiB;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
