using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>One replication of one function whose instances share nothing: arrivals, starts, keep-alive. The fast engine: the next arrival is a variable and only completions are events, so an invocation costs one event. Its loop allocates nothing once its arrays have grown.</summary>
internal sealed class FunctionRun
{
    private readonly FunctionModel _model;
    private readonly int _function;
    private readonly Arrivals _arrivals;
    private readonly EventQueue _events = new();
    private readonly WaitingLine _line = new();
    private readonly RunCounter _counter;
    private readonly InstancePool _pool;
    private readonly KeepAliveTimers _keepAlive;
    private readonly RunWatch _watch;
    private double _nextArrival;

    public FunctionRun(FunctionModel model, Workload workload, IKeepAlivePolicy keepAlive, StreamFamily streams, int function, RunWatch watch)
    {
        (_model, _function, _watch) = (model.Checked(), function, watch);
        _counter = new RunCounter(model.Billing);
        _arrivals = workload.Begin(model.Service, streams.Of(StreamPurpose.Arrivals, function), streams.Of(StreamPurpose.Service, function));
        _pool = new InstancePool(model, function, _counter, _events, streams);
        _keepAlive = new KeepAliveTimers(keepAlive, function, _pool, _counter, _events);
        keepAlive.Describe(function, new FunctionTraits(model.MemoryMiB, model.ColdStart.Mean, model.Concurrency));
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="warmUp">Seconds that are not counted.</param>
    /// <param name="end">When it ends, seconds.</param>
    public Tally Run(double warmUp, double end)
    {
        _nextArrival = _arrivals.Next();
        if (warmUp > 0)
        {
            RunUntil(warmUp);
            _counter.Restart(warmUp, InFlightUntil(warmUp));
        }

        RunUntil(end);
        return _counter.Finish(end, InFlightUntil(end), _model.MemoryMiB);
    }

    private void RunUntil(double end)
    {
        while (true)
        {
            var next = _events.NextTime;
            if (next < _nextArrival || (next == _nextArrival && _events.NextRank < Ranks.Arrival))
            {
                if (next > end) break;
                Handle(_events.Take());
            }
            else
            {
                if (_nextArrival > end || double.IsPositiveInfinity(_nextArrival)) break;
                Arrive(_nextArrival);
                _nextArrival = _arrivals.Next();
            }
        }

        _counter.Advance(end);
    }

    private void Handle(in SimEvent happening)
    {
        _counter.Advance(happening.Time);
        switch (happening.Rank)
        {
            case Ranks.Completion:
                Complete(happening.Subject, happening.Value, happening.Time);
                break;
            case Ranks.PreWarm:
                _keepAlive.PreWarmRang(happening.Time);
                break;
            case Ranks.Review:
                _keepAlive.ReviewRang(happening.Time);
                break;
            default:
                _pool.TimerRang(happening.Subject, happening.Stamp, happening.Time);
                break;
        }
    }

    private void Arrive(double now)
    {
        _counter.Advance(now);
        if ((++_counter.Tally.Arrivals & (RunWatch.Interval - 1)) == 0) _watch.Add(RunWatch.Interval);
        var slot = _pool.First();
        _keepAlive.Arrived(new ArrivalEvent(_function, now, _counter.InSystem - _line.Count, slot < 0));
        var work = _arrivals.Work();
        if (slot < 0 && _counter.Instances >= _model.MaxInstances)
        {
            Queue(now, work);
            return;
        }

        // Who comes while an instance still starts waits for the rest of its start.
        if (slot < 0 || _pool.Table.ReadyAt[slot] > now) _counter.Tally.Cold++;
        _counter.InSystem++;
        Start(slot < 0 ? Create(now) : slot, now, now, work);
    }

    private void Queue(double now, double work)
    {
        if (_line.Count >= _model.QueueLimit)
        {
            _counter.Tally.Rejected++;
            return;
        }

        _line.Add(now, work);
        _counter.InSystem++;
    }

    private int Create(double now)
    {
        var slot = _pool.Load(now);
        _counter.Created();
        return slot;
    }

    private void Start(int slot, double arrival, double now, double work)
    {
        _pool.Occupy(slot);
        var begin = Math.Max(now, _pool.Table.ReadyAt[slot]);
        _counter.Started(begin - arrival, work);
        _counter.Billed(begin + work - now);
        _events.Add(begin + work, Ranks.Completion, arrival, slot);
    }

    private void Complete(int slot, double arrival, double now)
    {
        _counter.Completed(now - arrival);
        var idle = _pool.Release(slot);
        if (_line.Count > 0)
        {
            var (since, work) = _line.Take();
            Start(slot, since, now, work);
        }
        else if (idle)
        {
            _keepAlive.Idle(slot, now);
        }
    }

    private double InFlightUntil(double now)
    {
        var sum = _line.WaitedUntil(now);
        foreach (var happening in _events.Pending)
            if (happening.Rank == Ranks.Completion) sum += now - happening.Value;
        return sum;
    }
}
