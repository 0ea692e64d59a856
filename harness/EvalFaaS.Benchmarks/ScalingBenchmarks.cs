using BenchmarkDotNet.Attributes;

namespace EvalFaaS.Benchmarks;

/// <summary>
/// One thread against two, each doing the same work, so that equal times would mean no gain and half the time twice the rate.
/// The machine's own gain, with threads that share nothing, stands beside: two cores of a machine are often halves of one.
/// </summary>
public class ScalingBenchmarks
{
    private const int Calls = 20_000;
    private const int PageBytes = 64 << 10;
    private Guest _guest = null!;

    public enum Work
    {
        FreshInstances,
        ClearedMemory,
    }

    [Params(Work.FreshInstances, Work.ClearedMemory)]
    public Work Doing { get; set; }

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
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(Doing == Work.FreshInstances ? CallFresh : ClearMemory)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    private void CallFresh()
    {
        var caller = _guest.NewCaller();
        for (var i = 0; i < Calls; i++) caller.CallFresh(_guest.Loaded);
    }

    private static void ClearMemory()
    {
        var page = GC.AllocateUninitializedArray<byte>(PageBytes);
        for (var i = 0; i < Calls; i++) Array.Clear(page);
    }
}
