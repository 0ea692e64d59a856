using BenchmarkDotNet.Attributes;
using EvalFaaS.Model;

namespace EvalFaaS.Benchmarks;

/// <summary>What keeping the ledger costs, against the clock readings that it cannot do without.</summary>
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private readonly InvocationLedger _ledger = new(TimeProvider.System);

    [Benchmark(Baseline = true)]
    public long SevenClockReadings()
    {
        long sum = 0;
        for (var i = 0; i < 7; i++) sum += TimeProvider.System.GetTimestamp();
        return sum;
    }

    [Benchmark]
    public long SixPhases()
    {
        _ledger.Start();
        _ledger.Mark(Phase.Route);
        _ledger.Mark(Phase.Queue);
        _ledger.Mark(Phase.Instantiate);
        _ledger.Mark(Phase.Init);
        _ledger.Mark(Phase.Execute);
        _ledger.Mark(Phase.Respond);
        return _ledger.TotalNs;
    }
}
