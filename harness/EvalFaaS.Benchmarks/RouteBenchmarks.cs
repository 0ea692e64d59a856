using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using EvalFaaS.Node.Functions;

namespace EvalFaaS.Benchmarks;

/// <summary>Reading a function's path, against one look-up of the whole path in a dictionary.</summary>
[MemoryDiagnoser]
public class RouteBenchmarks
{
    private const string Path = "/ns/tenant-7/fn/resize-image/thumbnails/1.png";
    private readonly FrozenDictionary<string, int> _paths = Enumerable.Range(0, 1_000).ToFrozenDictionary(i => i == 7 ? Path : $"/fn/f{i}");

    [Benchmark(Baseline = true)]
    public int DictionaryLookup() => _paths[Path];

    [Benchmark]
    public int FunctionPathOf() => FunctionPath.TryParse(Path, out var path) ? path.Name.Length : 0;
}
