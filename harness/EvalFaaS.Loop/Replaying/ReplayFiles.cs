using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Running;

namespace EvalFaaS.Loop.Replaying;

/// <summary>The raw data of a replay: samples.csv with the columns of docs/results-schema.md, one trial, and the name of each call's function as its part.</summary>
public static class ReplayFiles
{
    /// <summary>Writes samples.csv and latency.hgrm into a folder, which is made where it is missing.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="functions">The functions' names.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="state">The state of a target that does not say it.</param>
    /// <param name="folder">The folder.</param>
    public static void Write(ReplayResult result, IReadOnlyList<string> functions, string target, string state, string folder)
    {
        Directory.CreateDirectory(folder);
        result.Counts.WriteLatencies(Path.Combine(folder, "latency.hgrm"));
        WriteSamples(result, functions, target, state, Path.Combine(folder, ResultFiles.Samples));
    }

    /// <summary>Writes samples.csv.</summary>
    public static void WriteSamples(ReplayResult result, IReadOnlyList<string> functions, string target, string state, string path)
    {
        using var csv = new CsvRowWriter(new FileStream(path, FileMode.Create));
        csv.Header([SampleColumns.Trial, SampleColumns.Sample, SampleColumns.Target, SampleColumns.StartState, SampleColumns.Cause, SampleColumns.Intended, SampleColumns.Issued,
            SampleColumns.FirstByte, SampleColumns.LastByte, SampleColumns.Outcome, .. PhaseDurations.Phases.ToArray().Select(SampleColumns.PhaseColumn), SampleColumns.Part]);
        for (var i = 0; i < result.Samples.Count; i++)
        {
            var noted = result.Samples[i];
            var row = SampleConversion.Row(i, noted, state, "");
            csv.Field(1L).Field((long)i).Field(target).Field(row.StartState).Field(row.Cause).Field(row.IntendedNs - result.BeginNs).Field(row.IssuedNs - result.BeginNs)
                .Field(row.FirstByteNs - result.BeginNs).Field(row.LastByteNs - result.BeginNs).Field(row.Outcome);
            foreach (var phase in PhaseDurations.Phases) csv.Field(row.Phases[phase]);
            csv.Field(functions[noted.Request]).EndRow();
        }

        csv.Flush();
    }
}
