using BenchmarkDotNet.Attributes;
using EvalFaaS.Engines;

namespace EvalFaaS.Benchmarks;

/// <summary>What a sandbox costs: instantiate and call, against a call on an instance that is there.</summary>
[MemoryDiagnoser]
public class InstanceBenchmarks
{
    private Guest _guest = null!;
    private Caller _caller = null!;
    private WasmInstance _reused = null!;

    [Params("wasmtime", "wasmtime-worker", "wasmedge")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _guest = new Guest(Engine, "echo");
        _caller = _guest.NewCaller();
        _reused = _caller.Instantiate(_guest.Loaded);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _reused.Dispose();
        _guest.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int CallReused() => _caller.Call(_reused);

    [Benchmark]
    public int CallFresh() => _caller.CallFresh(_guest.Loaded);
}
