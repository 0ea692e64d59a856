using BenchmarkDotNet.Attributes;

namespace EvalFaaS.Benchmarks;

/// <summary>From code on disk (page cache warm) to the answer, against a fresh instance of code that is mapped: states N3 and N4.</summary>
public class LoadBenchmarks
{
    private Guest _guest = null!;
    private Caller _caller = null!;

    [Params("hello", "json-transform-rust")]
    public string Function { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _guest = new Guest("wasmtime", Function);
        _caller = _guest.NewCaller();
    }

    [GlobalCleanup]
    public void Cleanup() => _guest.Dispose();

    [Benchmark(Baseline = true)]
    public int FromMappedCode() => _caller.CallFresh(_guest.Loaded);

    [Benchmark]
    public int FromDisk()
    {
        using var loaded = _guest.Load();
        return _caller.CallFresh(loaded);
    }
}
