using BenchmarkDotNet.Attributes;
using EvalFaaS.Policies;

namespace EvalFaaS.Benchmarks;

/// <summary>What a keep-alive policy costs an invocation: its arrival and the decision afterwards, over a thousand functions. The policy that keeps nothing is the cost of asking.</summary>
[MemoryDiagnoser]
public class KeepAliveBenchmarks
{
    private const int Functions = 1000, Invocations = 100_000;
    private readonly ArrivalEvent[] _arrivals = new ArrivalEvent[Invocations];
    private IKeepAlivePolicy _policy = null!;

    [Params("none", "fixed", "hybrid-histogram", "greedy-dual", "lru", "forecast")]
    public string Policy { get; set; } = "none";

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        _policy = PolicySpec.Parse(Policy, PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new EvenRates() });
        for (var f = 0; f < Functions; f++) _policy.Describe(f, new FunctionTraits());
        for (var i = 0; i < Invocations; i++) _arrivals[i] = new ArrivalEvent(random.Next(Functions), i * 0.1);
    }

    [Benchmark(OperationsPerInvoke = Invocations)]
    public double ArriveAndDecide()
    {
        var sum = 0.0;
        foreach (ref readonly var arrival in _arrivals.AsSpan())
        {
            _policy.Arrived(arrival);
            sum += _policy.Idle(new IdleEvent(arrival.Function, arrival.Now + 0.05)).Priority;
        }

        return sum;
    }

    private sealed class EvenRates : IForecast
    {
        public double Reach => 900;

        public double MeanRate(int function, double now, double ahead) => 0.01;

        public double RateQuantile(int function, double now, double ahead, double level) => 0.01;
    }
}
