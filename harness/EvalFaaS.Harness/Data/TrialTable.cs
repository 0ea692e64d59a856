using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Data;

/// <summary>trials.csv of any version.</summary>
internal static class TrialTable
{
    public static Table<Trial> Rows { get; } = new(ResultFiles.Trials, TrialColumns.All, Read);

    private static Trial Read(CsvRow row)
    {
        return new Trial
        {
            Run = row.Text("run"),
            Block = (int)row.Count("block"),
            Number = (int)row.Count("trial"),
            Order = (int)row.Count("order"),
            Target = row.Text("target"),
            Function = row.Text("function"),
            Measure = row.Text("measure"),
            Kind = Kind(),
            State = row.Text("state"),
            OfferedPerSecond = row.Real("offered_per_s"),
            Connections = (int?)row.Number("connections"),
            DurationNs = row.Count("duration_ns"),
            Issued = row.Count("issued"),
            Ok = row.Count("ok"),
            Failed = row.Count("failed"),
            InWrongState = row.Count("in_wrong_state"),
            CpuNs = row.Number("cpu_ns"),
            GeneratorCpuNs = row.Number("generator_cpu_ns"),
            ResidentBytes = row.Number("resident_bytes"),
            ProportionalBytes = row.Number("proportional_bytes"),
            BaselineResidentBytes = row.Number("baseline_resident_bytes"),
            BaselineProportionalBytes = row.Number("baseline_proportional_bytes"),
            Instances = row.Number("instances"),
            ScheduleErrorP50Ns = row.Number("schedule_error_p50_ns"),
            ScheduleErrorP99Ns = row.Number("schedule_error_p99_ns"),
            ScheduleErrorMaxNs = row.Number("schedule_error_max_ns"),
            StealNs = row.Number("steal_ns"),
            LoadsBefore = row.Number("loads_before"),
            LoadsAfter = row.Number("loads_after"),
            Error = row.Words("error"),
            PageFaults = row.Number("page_faults"),
            MajorPageFaults = row.Number("major_page_faults"),
            ContextSwitches = row.Number("context_switches"),
            Threads = row.Number("threads"),
            Beside = row.Number("beside_connections") is { } beside
                ? new SideCounts(beside, row.Count("beside_ok"), row.Count("beside_refused"), row.Count("beside_wrong"), row.Count("beside_lost"), row.Count("beside_timeout"), row.Count("beside_cut"))
                : null,
            Neighbour = NeighbourDoings.Read(row),
            SentBytes = row.Number("sent_bytes"),
            ReceivedBytes = row.Number("received_bytes"),
        };

        MeasureKind Kind() => Enum.TryParse<MeasureKind>(row.Text("kind"), ignoreCase: true, out var kind)
            ? kind
            : throw new InvalidDataException($"trials.csv, line {row.Line}: unknown kind of measure '{row.Text("kind")}'; the result is from a later version of EvalFaaS.");
    }
}
