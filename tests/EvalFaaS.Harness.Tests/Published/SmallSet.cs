using System.Globalization;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Published;

/// <summary>A data set of two targets and three functions, with times that are known.</summary>
internal sealed class SmallSet : IDisposable
{
    private const int Runs = 20;
    private readonly TemporaryFolder _folder = new();

    public SmallSet()
    {
        foreach (var target in Set.Targets)
            foreach (var function in Set.Functions.Where(f => target.Ran(f.Name)))
                Write(target.Name, function.Name, Median(target.Name, function.Name));
    }

    public static PublishedSet Set { get; } = new()
    {
        Name = "small", Title = "A small set", Source = "https://example.org/small", Licence = "CC0", Holds = "start and execution", Folder = "small/times", Runs = Runs, Baseline = "box",
        Targets =
        [
            new PublishedTarget("box", "box", "it is a box as well") { Ours = [new Counterpart("container", "N3")] },
            new PublishedTarget("wasm", "wasm", "it is the same engine") { Ours = [new Counterpart("wasmtime", "N3")] },
            new PublishedTarget("other", "other", "nobody has it") { Functions = ["tiny"] },
        ],
        Functions =
        [
            new PublishedFunction("tiny", "nothing much", "hello", "both do nothing much"),
            new PublishedFunction("sums", "arithmetic", "sha256", "both go through numbers"),
            new PublishedFunction("disk", "files", null, "we have no files"),
        ],
    };

    /// <summary>The folder of data sets.</summary>
    public string Traces => _folder.Path;

    /// <summary>Where the times of a function on a target lie.</summary>
    public string PathTo(string target, string function) => Path.Combine(_folder.Path, "small", "times", target, function + ".txt");

    /// <summary>The middle of the times that are written, s.</summary>
    public static double Median(string target, string function) => (target, function) switch
    {
        ("box", "tiny") => 1,
        ("box", "sums") => 1.5,
        ("box", _) => 4,
        ("wasm", "tiny") => 0.25,
        ("wasm", "sums") => 3,
        ("wasm", _) => 0.3,
        _ => 0.5,
    };

    public void Dispose() => _folder.Dispose();

    // The same spread around every median, up and down in turns so that there is no trend.
    private void Write(string target, string function, double median)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(target, function))!);
        var steps = Enumerable.Range(0, Runs).Select(i => (i % 2 == 0 ? 1 : -1) * (i / 2 + 0.5));
        File.WriteAllLines(PathTo(target, function), steps.Select(s => (median * Math.Exp(0.002 * s)).ToString("R", CultureInfo.InvariantCulture)));
    }
}
