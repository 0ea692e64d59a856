using System.Collections.Immutable;
using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Data;

/// <summary>The columns of samples.csv. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class SampleColumns
{
    public const string Run = "run", Block = "block", Trial = "trial", Sample = "sample", Target = "target", Function = "function", Measure = "measure";
    public const string StateWanted = "state_wanted", StartState = "start_state", Cause = "cause";
    public const string Intended = "intended_ns", Issued = "issued_ns", FirstByte = "first_byte_ns", LastByte = "last_byte_ns";
    public const string Outcome = "outcome", InstanceId = "instance_id", ConfigurationDigest = "configuration_digest", Part = "part";

    public static ImmutableArray<(string Name, ColumnType Type)> All { get; } =
    [
        (Run, ColumnType.Text), (Block, ColumnType.Integer), (Trial, ColumnType.Integer), (Sample, ColumnType.Integer), (Target, ColumnType.Text), (Function, ColumnType.Text), (Measure, ColumnType.Text),
        (StateWanted, ColumnType.Text), (StartState, ColumnType.Text), (Cause, ColumnType.Text),
        (Intended, ColumnType.Integer), (Issued, ColumnType.Integer), (FirstByte, ColumnType.Integer), (LastByte, ColumnType.Integer),
        (Outcome, ColumnType.Text), (InstanceId, ColumnType.Integer), (ConfigurationDigest, ColumnType.Text),
        .. PhaseDurations.Phases.ToArray().Select(phase => (PhaseColumn(phase), ColumnType.Integer)),
        (Part, ColumnType.Text),
    ];

    public static string PhaseColumn(Phase phase) => phase.ToString().ToLowerInvariant() + "_ns";
}
