using EvalFaaS.Harness.Exports;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Exports;

/// <summary>Loads of every shape, by name.</summary>
internal static class ExportedLoads
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["constant"] = "rate: 200",
        ["even"] = "rate: 0.5, arrivals: even",
        ["ramp"] = "rate: 100, shape: { ramp: { from: 0.1, to: 1, over: 2s } }",
        ["step"] = "rate: 100, shape: { step: { levels: [0.25, 0.5, 1] } }",
        ["burst"] = "rate: 100, shape: { burst: { base: 0, burst: 5, every: 2s, width: 500ms } }",
        ["sine"] = "rate: 100, shape: { sine: { amplitude: 0.5, period: 3s } }",
        ["csv"] = "shape: { csv: TIMES }",
        ["no-keep-alive"] = "rate: 10, keep_alive: false",
        ["neighbour"] = "rate: 10, neighbour: { input: burn }",
    };

    private static readonly Dictionary<string, string> ClosedKeys = new() { ["closed"] = "connections: 7", ["fixed-think"] = "think: 100ms", ["exponential-think"] = "think: { exponential: 100ms }" };

    public static TheoryData<string> Names => [.. Keys.Keys, .. ClosedKeys.Keys];

    public static TheoryData<string> OpenNames => [.. Keys.Keys];

    public static ExportedLoad Of(string name)
    {
        var times = Path.Combine(AppContext.BaseDirectory, "export-times.csv");
        File.WriteAllText(times, "0\n0.5\n0.5\n4.2\n");
        var (kind, keys) = Keys.TryGetValue(name, out var open) ? ("latency", open.Replace("TIMES", times)) : ("throughput", ClosedKeys[name]);
        var library = FunctionLibrary.Open(Checkout.PathTo("scenarios", "functions"));
        var suite = SuiteFile.Parse($$"""
            name: exported
            questions: [How fast?]
            targets: [wasmtime]
            measures:
              - kind: {{kind}}
                functions:
                  - { name: browsing, mix: [{ name: hello, weight: 3 }, { name: echo, input: every-byte, weight: 1 }, { name: echo, input: 1-mib, weight: 1 }, { name: echo, payload: { lognormal: { median: 4000, sigma: 1 } }, weight: 1 }] }
                  - { name: echo, payload: { uniform: { from: 1, to: 9 } } }
                  - { name: echo, payload: [1, 20, 300] }
                duration: 5s
                {{string.Join("\n    ", Split(keys))}}
            """, "suite.yaml", LibraryVocabulary.Of(library));
        return LoadExport.Of(suite, null, library, "http://127.0.0.1:8080/fn/{function}", rate: null);
    }

    // The keys of a measure are divided by commas outside of braces and brackets.
    private static IEnumerable<string> Split(string keys)
    {
        var (depth, begin) = (0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            depth += keys[i] is '{' or '[' ? 1 : keys[i] is '}' or ']' ? -1 : 0;
            if (keys[i] != ',' || depth > 0) continue;
            yield return keys[begin..i];
            begin = i + 2;
        }

        yield return keys[begin..];
    }
}
