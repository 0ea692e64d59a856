using EvalFaaS.Simulator.Elasticity;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>One replication of functions that share nodes.</summary>
internal sealed class ClusterRun
{
    private const double SampleSeconds = 1;
    private readonly EventQueue _events = new();
    private readonly ClusterFunction[] _functions;
    private readonly RequestTable _requests = new();
    private readonly Dispatcher _dispatcher;
    private readonly NodeFailures _failures;
    private readonly InstanceControl _control;
    private readonly ElasticityMeter _elasticity = new();
    private readonly RunWatch _watch;
    private long _arrivals;
    private bool _counting;

    public ClusterRun(ClusterModel model, ClusterPolicies policies, StreamFamily streams, RunWatch watch)
    {
        _watch = watch;
        var nodes = new NodeSet(model, policies.Placement, streams.Of(StreamPurpose.Routing, -3));
        var idle = new IdleInstances(policies.KeepAlive);
        _functions = [.. model.Functions.Select((f, i) => new ClusterFunction(f, i, _events, streams, nodes, idle, policies))];
        _dispatcher = new Dispatcher(model, _functions, nodes, _requests, policies.Admission, _events, streams);
        _control = new InstanceControl(_functions, policies, _requests, _dispatcher, _events);
        _failures = new NodeFailures(model, _functions, nodes, _requests, _dispatcher, _events, streams.Of(StreamPurpose.Failures, -1));
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="warmUp">Seconds that are not counted.</param>
    /// <param name="end">When it ends, seconds.</param>
    public Tally Run(double warmUp, double end)
    {
        foreach (var function in _functions) PlanArrival(function);
        _failures.Plan();
        _control.Plan();
        _events.Add(SampleSeconds, Ranks.Sample, 0, 0);
        if (warmUp > 0)
        {
            RunUntil(warmUp);
            foreach (var function in _functions)
            {
                function.Counter.Restart(warmUp, _requests.InFlightUntil(warmUp, function.Number));
                function.Load.Restart();
            }
        }

        _counting = true;
        RunUntil(end);
        var sum = new Tally();
        foreach (var function in _functions) sum.Add(function.Counter.Finish(end, _requests.InFlightUntil(end, function.Number), function.Model.MemoryMiB));
        sum.Seconds = end - warmUp;
        sum.Elasticity = _elasticity.Metrics();
        return sum;
    }

    private void RunUntil(double end)
    {
        while (_events.NextTime <= end) Handle(_events.Take());
    }

    private void Handle(in SimEvent happening)
    {
        var now = happening.Time;
        switch (happening.Rank)
        {
            case Ranks.Completion:
                _dispatcher.WorkEnded(happening.Subject, happening.Stamp, now);
                break;
            case Ranks.Begin:
                _dispatcher.Begin(happening.Subject, happening.Stamp, now);
                break;
            case Ranks.Arrival:
                Arrive(_functions[happening.Subject], now);
                break;
            case Ranks.Delivery:
                _dispatcher.Deliver(happening.Subject, happening.Stamp, now);
                break;
            case Ranks.Sample:
                Sample(now);
                break;
            case Ranks.Control:
                _control.Rang(happening.Subject, now);
                break;
            case Ranks.NodeDown or Ranks.NodeUp:
                _failures.Happened(happening.Rank, happening.Subject, now);
                break;
            default:
                TimerRang(_functions[(int)happening.Value], happening, now);
                break;
        }
    }

    private void TimerRang(ClusterFunction function, in SimEvent happening, double now)
    {
        function.Counter.Advance(now);
        var before = function.Counter.Instances;
        if (happening.Rank == Ranks.PreWarm) function.Timers.PreWarmRang(now);
        else if (happening.Rank == Ranks.Review) function.Timers.ReviewRang(now);
        else function.Pool.TimerRang(happening.Subject, happening.Stamp, now);
        if (function.Counter.Instances < before) _dispatcher.ServeWaiting(now);
    }

    private void Arrive(ClusterFunction function, double now)
    {
        if ((++_arrivals & (RunWatch.Interval - 1)) == 0) _watch.Add(RunWatch.Interval);
        function.Counter.Advance(now);
        function.Counter.Tally.Arrivals++;
        function.Counter.InSystem++;
        _dispatcher.Send(_requests.Take(function.Number, now, function.Arrivals.Work()), now);
        PlanArrival(function);
    }

    private void PlanArrival(ClusterFunction function)
    {
        var next = function.Arrivals.Next();
        if (double.IsFinite(next)) _events.Add(next, Ranks.Arrival, 0, function.Number);
    }

    private void Sample(double now)
    {
        if (_counting) _elasticity.Record(SampleSeconds, _functions.Sum(f => f.Demand), _functions.Sum(f => f.Pool.Ready(now)));
        _control.Observe(now);
        _events.Add(now + SampleSeconds, Ranks.Sample, 0, 0);
    }
}
