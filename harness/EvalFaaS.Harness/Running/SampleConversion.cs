using System.Globalization;
using System.Text.Json;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Running;

/// <summary>Turns what the generator noted into rows of raw data.</summary>
internal static class SampleConversion
{
    /// <summary>A sample as a row.</summary>
    /// <param name="number">Its number in the trial.</param>
    /// <param name="sample">What was noted.</param>
    /// <param name="state">The state in which the target says that it answered, for targets that do not say it in each answer.</param>
    /// <param name="digest">Digest of the target's configuration.</param>
    public static Sample Row(int number, in LoadSample sample, string state, string digest)
    {
        var row = new Sample
        {
            Number = number,
            // A server that runs no function has no state, whatever its headers look like.
            StartState = state != StartStates.None && sample.Headers.StartState is { } own ? $"N{(int)own}" : state,
            Cause = sample.Headers.Cause == ColdCause.None ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(sample.Headers.Cause.ToString()),
            IntendedNs = sample.IntendedNs,
            IssuedNs = sample.IssuedNs,
            FirstByteNs = sample.FirstByteNs == 0 ? null : sample.FirstByteNs,
            LastByteNs = sample.Outcome is LoadOutcome.Ok or LoadOutcome.BadStatus or LoadOutcome.WrongAnswer ? sample.LastByteNs : null,
            Outcome = Outcome(sample),
            InstanceId = sample.Headers.InstanceId == 0 ? null : sample.Headers.InstanceId,
            ConfigurationDigest = digest,
        };
        row.Phases = sample.Headers.Phases;
        // Where nobody kept a ledger, a client sees one stretch between its request and the answer, which ends with the function's run.
        if (!row.Phases.Any && state != StartStates.None && sample is { Outcome: LoadOutcome.Ok, FirstByteNs: > 0 }) row.Phases[Phase.Execute] = sample.FirstByteNs - sample.IssuedNs;
        return row;
    }

    /// <summary>All samples of a load as rows; of a mix each says which of its functions it asked.</summary>
    public static Sample[] Rows(LoadResult result, ServedFunction served, string digest, Workload workload)
    {
        var rows = new Sample[result.Samples.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Row(i, result.Samples[i], served.State, digest);
            if (!workload.Mix.IsEmpty) rows[i].Part = workload.Parts[result.Samples[i].Request].Workload.Label;
        }
        return rows;
    }

    /// <summary>An outcome as it is written.</summary>
    public static string Outcome(in LoadSample sample) => sample.Outcome switch
    {
        LoadOutcome.Ok => Sample.Ok,
        LoadOutcome.BadStatus => string.Create(CultureInfo.InvariantCulture, $"http-{sample.Status}"),
        var other => JsonNamingPolicy.KebabCaseLower.ConvertName(other.ToString()),
    };
}
