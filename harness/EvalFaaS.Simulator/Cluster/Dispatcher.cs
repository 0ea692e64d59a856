using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>Takes requests to instances and through their work; tries them again when something fails.</summary>
internal sealed class Dispatcher(
    ClusterModel model, ClusterFunction[] functions, NodeSet nodes, RequestTable requests, IAdmissionPolicy? admission, EventQueue events, StreamFamily streams)
{
    private readonly RandomStream _network = streams.Of(StreamPurpose.Network);
    private readonly RandomStream _crashes = streams.Of(StreamPurpose.Failures, -2);
    private readonly RandomStream _balancing = streams.Of(StreamPurpose.Routing, -1);
    private int _waiting;

    /// <summary>A request leaves its client.</summary>
    public void Send(int request, double now)
    {
        if (model.Failures.LossProbability > 0 && _network.Unit() < model.Failures.LossProbability)
        {
            TryAgain(request, now);
            return;
        }

        var way = model.Network.Sample(_network);
        if (way > 0) events.Add(now + way, Ranks.Delivery, 0, request, requests.Stamp[request]);
        else Dispatch(request, now);
    }

    /// <summary>A request has come to the cluster, or is sent again.</summary>
    public void Deliver(int request, int stamp, double now)
    {
        if (stamp == requests.Stamp[request]) Dispatch(request, now);
    }

    /// <summary>A request's instance is ready for it.</summary>
    public void Begin(int request, int stamp, double now)
    {
        if (stamp == requests.Stamp[request]) Begin(request, now);
    }

    /// <summary>Work has ended on a node.</summary>
    public void WorkEnded(int node, int stamp, double now)
    {
        if (stamp != nodes[node].Stamp) return;
        var request = nodes[node].Cpu.Take(now);
        PlanEnd(node);
        if (requests.Crashes[request]) Lose(functions[requests.Function[request]], requests.Slot[request], now);
        else Complete(request, now);
    }

    /// <summary>There may be a place for who waits.</summary>
    public void ServeWaiting(double now)
    {
        foreach (var function in functions)
        {
            if (_waiting == 0) return;
            while (FirstOf(function, now) is var request and >= 0 && Find(function, now) is { Slot: >= 0 } found)
            {
                _waiting--;
                function.Line.Dequeue();
                Bind(function, request, found, now);
            }
        }
    }

    /// <summary>An instance dies with all that it works on.</summary>
    public void Lose(ClusterFunction function, int slot, double now)
    {
        function.Counter.Advance(now);
        var node = function.Pool.NodeOf(slot);
        var lost = requests.At(function.Number, slot);
        nodes[node].Cpu.Remove(lost, now);
        function.Pool.Kill(slot);
        PlanEnd(node);
        foreach (var request in lost) TryAgain(request, now);
        ServeWaiting(now);
    }

    /// <summary>A request's attempt has failed.</summary>
    public void TryAgain(int request, double now)
    {
        var counter = functions[requests.Function[request]].Counter;
        counter.Advance(now);
        requests.Stamp[request]++;
        requests.Slot[request] = -1;
        if (requests.Attempts[request] >= model.Failures.Attempts)
        {
            counter.Failed(now - requests.Arrival[request]);
            requests.Release(request);
            return;
        }

        counter.Tally.Retries++;
        events.Add(now + model.Failures.RetryDelay * Math.Pow(2, requests.Attempts[request]++ - 1), Ranks.Delivery, 0, request, requests.Stamp[request]);
    }

    private void Dispatch(int request, double now)
    {
        var function = functions[requests.Function[request]];
        var counter = function.Counter;
        counter.Advance(now);
        var verdict = Admit(function, request, now, first: false);
        if (verdict == AdmissionVerdict.Refuse)
        {
            Refuse(function, request, now);
            return;
        }

        var found = Available(function, now);
        function.Timers.Arrived(new ArrivalEvent(function.Number, now, Math.Max(0, counter.InSystem - 1 - function.Line.Count), found.Slot < 0));
        if (verdict == AdmissionVerdict.Wait) found = (-1, false);
        else if (found.Slot < 0) found = Create(function, now);
        if (found.Slot >= 0)
        {
            Bind(function, request, found, now);
        }
        else if (admission is not null || function.Line.Count < function.Model.QueueLimit)
        {
            function.Line.Enqueue(request);
            _waiting++;
        }
        else
        {
            Refuse(function, request, now);
        }
    }

    // The first that waits and is still worth its work; -1 where nobody is.
    private int FirstOf(ClusterFunction function, double now)
    {
        while (function.Line.TryPeek(out var request))
        {
            function.Counter.Advance(now);
            if (Admit(function, request, now, first: true) != AdmissionVerdict.Refuse) return request;
            _waiting--;
            function.Line.Dequeue();
            Refuse(function, request, now);
        }

        return -1;
    }

    private AdmissionVerdict Admit(ClusterFunction function, int request, double now, bool first)
    {
        if (admission is null) return AdmissionVerdict.Run;
        var waiting = function.Line.Count;
        return admission.Decide(new AdmissionRequest(
            function.Number, now, requests.Arrival[request] + function.Model.Deadline, Math.Max(0, function.Counter.InSystem - waiting - (first ? 0 : 1)),
            waiting, function.Slots, function.Model.Service.Mean, first)).Verdict;
    }

    private void Refuse(ClusterFunction function, int request, double now)
    {
        function.Counter.Rejected(now - requests.Arrival[request]);
        requests.Release(request);
    }

    private (int Slot, bool Cold) Find(ClusterFunction function, double now)
    {
        function.Counter.Advance(now);
        return Available(function, now) is { Slot: >= 0 } found ? found : Create(function, now);
    }

    private (int Slot, bool Cold) Available(ClusterFunction function, double now)
    {
        var slot = function.Choose(now, _balancing);
        return (slot, slot >= 0 && function.Pool.Table.ReadyAt[slot] > now);
    }

    private static (int Slot, bool Cold) Create(ClusterFunction function, double now)
    {
        if (function.Counter.Instances >= function.MostInstances) return (-1, false);
        var slot = function.Pool.Load(now);
        if (slot >= 0) function.Counter.Created();
        // The first after zero stays until scaling has seen why it was made.
        if (slot >= 0 && function.Scaled) function.Pool.Target = Math.Max(1, function.Pool.Target);
        return (slot, true);
    }

    private void Bind(ClusterFunction function, int request, (int Slot, bool Cold) found, double now)
    {
        var pool = function.Pool;
        if (found.Cold && requests.Attempts[request] == 1) function.Counter.Tally.Cold++;
        (requests.Slot[request], requests.Node[request], requests.Bound[request]) = (found.Slot, pool.NodeOf(found.Slot), now);
        pool.Occupy(found.Slot);
        var begin = Math.Max(pool.Table.ReadyAt[found.Slot], now + nodes[requests.Node[request]].WaySeconds(function.Model.PayloadMiB));
        if (begin > now) events.Add(begin, Ranks.Begin, 0, request, requests.Stamp[request]);
        else Begin(request, now);
    }

    private void Begin(int request, double now)
    {
        var work = requests.Work[request];
        functions[requests.Function[request]].Counter.Started(now - requests.Arrival[request], work);
        requests.Crashes[request] = model.Failures.CrashProbability > 0 && _crashes.Unit() < model.Failures.CrashProbability;
        if (requests.Crashes[request]) work *= _crashes.Unit();
        var node = requests.Node[request];
        nodes[node].Cpu.Add(request, work, now);
        PlanEnd(node);
    }

    private void Complete(int request, double now)
    {
        var function = functions[requests.Function[request]];
        var slot = requests.Slot[request];
        function.Counter.Advance(now);
        function.Counter.Completed(now - requests.Arrival[request]);
        function.Counter.Billed(now - requests.Bound[request]);
        function.Balancer?.Completed(slot, now, now - requests.Bound[request]);
        requests.Release(request);
        var idle = function.Pool.Release(slot);
        if (FirstOf(function, now) is var next and >= 0)
        {
            _waiting--;
            function.Line.Dequeue();
            Bind(function, next, (slot, false), now);
        }
        else if (idle)
        {
            function.Timers.Idle(slot, now);
        }

        if (_waiting > 0) ServeWaiting(now);
    }

    private void PlanEnd(int node)
    {
        var end = nodes[node].Cpu.NextEnd;
        nodes[node].Stamp++;
        if (double.IsFinite(end)) events.Add(end, Ranks.Completion, 0, node, nodes[node].Stamp);
    }
}
