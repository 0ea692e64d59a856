using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Recordings;

/// <summary>Reads a slice from whatever has one: a folder of the Azure trace of 2019, a node's recording, a file of the Azure trace of 2021, or a CSV of times.</summary>
public static class SliceReader
{
    /// <summary>Reads it as a whole.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="placement">Where in its minute a call lies that a trace has only counted.</param>
    /// <param name="seed">Seed of that.</param>
    /// <exception cref="TraceException">The trace is damaged; the message names file and line.</exception>
    public static Slice Read(string path, Placement placement, long seed)
    {
        if (Directory.Exists(path)) return Of(TraceFolder.Read(path), placement, seed);
        return File.Exists(path) ? Of(CallFile.Read(path))
            : throw new TraceException(path, "there is no such folder or file. A trace is a folder with invocations.csv, a node's arrivals.csv, a file of the Azure 2021 trace, or a CSV with times in seconds first");
    }

    /// <summary>The calls of a recording, from its first one on.</summary>
    public static Slice Of(CallRecording recording)
    {
        var first = recording.Calls[0].At;
        // It ends after its last call, not at it.
        return new Slice(recording.Functions, [.. recording.Calls.Select(c => new SliceCall(c.At - first, c.Function))], Math.BitIncrement(recording.Calls[^1].At - first));
    }

    private static Slice Of(Trace trace, Placement placement, long seed)
    {
        var streams = new StreamFamily(seed, 0);
        var nothing = new ConstantLaw(0);
        var calls = trace.Functions.SelectMany((f, number) => Times(new MinuteCountWorkload(f.Counts.ToArray(), placement)
            .Begin(nothing, streams.Of(StreamPurpose.Arrivals, number), streams.Of(StreamPurpose.Service, number))).Select(t => new SliceCall(t, number)));
        return new Slice([.. trace.Functions.Select(f => f.Key.ToString())], [.. calls.OrderBy(c => c.AtSeconds)], 60.0 * trace.Minutes);
    }

    private static IEnumerable<double> Times(Arrivals arrivals)
    {
        while (arrivals.Next() is var at && double.IsFinite(at)) yield return at;
    }
}
