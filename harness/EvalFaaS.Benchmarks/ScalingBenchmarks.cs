using BenchmarkDotNet.Attributes;

namespace EvalFaaS.Benchmarks;

/// <summary>Fresh instances on one thread against two: each thread does the same work, so equal times mean twice the rate.</summary>
public class ScalingBenchmarks
{
    private const int Calls = 20_000;
    private Guest _guest = null!;

    [GlobalSetup]
    public void Setup() => _guest = new Guest("wasmtime", "echo");

    [GlobalCleanup]
    public void Cleanup() => _guest.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void OneThread() => Run(1);

    [Benchmark(OperationsPerInvoke = 2 * Calls)]
    public void TwoThreads() => Run(2);

    private void Run(int count)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            var caller = _guest.NewCaller();
            for (var i = 0; i < Calls; i++) caller.CallFresh(_guest.Loaded);
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
