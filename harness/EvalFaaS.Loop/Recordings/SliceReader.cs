using EvalFaaS.Harness.Load;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Recordings;

/// <summary>Reads a slice from whatever has one: a folder of the Azure trace of 2019, a node's recording, or a CSV of times.</summary>
public static class SliceReader
{
    /// <summary>The name of the one function of a file of times.</summary>
    public const string OnlyFunction = "function";

    /// <summary>Reads it as a whole.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="placement">Where in its minute a call lies that a trace has only counted.</param>
    /// <param name="seed">Seed of that.</param>
    /// <exception cref="TraceException">The trace is damaged; the message names file and line.</exception>
    /// <exception cref="InvalidDataException">The file is neither; the message names its line.</exception>
    /// <exception cref="IOException">There is nothing there.</exception>
    public static Slice Read(string path, Placement placement, long seed)
    {
        if (Directory.Exists(path)) return Of(TraceFolder.Read(path), placement, seed);
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: there is no such folder or file. A trace is a folder with invocations.csv, a node's arrivals.csv, or a CSV with times in seconds first.");
        return RecordingFile.IsOne(path) ? Of(RecordingFile.Read(path)) : OfTimes(path);
    }

    /// <summary>The calls of a recording.</summary>
    public static Slice Of(IReadOnlyList<RecordedCall> calls)
    {
        string[] functions = [.. calls.Select(c => c.Function).Distinct()];
        var numbers = functions.Index().ToDictionary(f => f.Item, f => f.Index);
        return new Slice(functions, [.. calls.Select(c => new SliceCall(c.AtSeconds, numbers[c.Function]))], End(calls.Count == 0 ? 0 : calls[^1].AtSeconds));
    }

    private static Slice Of(Trace trace, Placement placement, long seed)
    {
        var streams = new StreamFamily(seed, 0);
        var nothing = new ConstantLaw(0);
        var calls = trace.Functions.SelectMany((f, number) => Times(new MinuteCountWorkload(f.Counts.ToArray(), placement)
            .Begin(nothing, streams.Of(StreamPurpose.Arrivals, number), streams.Of(StreamPurpose.Service, number))).Select(t => new SliceCall(t, number)));
        return new Slice([.. trace.Functions.Select(f => f.Key.ToString())], [.. calls.OrderBy(c => c.AtSeconds)], 60.0 * trace.Minutes);
    }

    private static Slice OfTimes(string path)
    {
        var times = TimestampFile.Read(path);
        return new Slice([OnlyFunction], [.. times.Select(t => new SliceCall(t / 1e9, 0))], End(times[^1] / 1e9));
    }

    private static IEnumerable<double> Times(Arrivals arrivals)
    {
        while (arrivals.Next() is var at && double.IsFinite(at)) yield return at;
    }

    /// <summary>A slice ends after its last call, not at it.</summary>
    private static double End(double last) => Math.BitIncrement(last);
}
