using System.Globalization;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Data;

/// <summary>Reads trials.csv of any version.</summary>
internal static class TrialTable
{
    public static List<Trial> Read(string path)
    {
        using var csv = new Utf8CsvReader(path);
        var trials = new List<Trial>();
        while (csv.Read()) trials.Add(ReadRow(csv));
        return trials;
    }

    private static Trial ReadRow(Utf8CsvReader csv)
    {
        return new Trial
        {
            Run = Text("run"),
            Block = (int)Count("block"),
            Number = (int)Count("trial"),
            Order = (int)Count("order"),
            Target = Text("target"),
            Function = Text("function"),
            Measure = Text("measure"),
            Kind = Kind(),
            State = Text("state"),
            OfferedPerSecond = Real("offered_per_s"),
            Connections = (int?)Number("connections"),
            DurationNs = Count("duration_ns"),
            Issued = Count("issued"),
            Ok = Count("ok"),
            Failed = Count("failed"),
            InWrongState = Count("in_wrong_state"),
            CpuNs = Number("cpu_ns"),
            GeneratorCpuNs = Number("generator_cpu_ns"),
            ResidentBytes = Number("resident_bytes"),
            ProportionalBytes = Number("proportional_bytes"),
            BaselineResidentBytes = Number("baseline_resident_bytes"),
            BaselineProportionalBytes = Number("baseline_proportional_bytes"),
            Instances = Number("instances"),
            ScheduleErrorP50Ns = Number("schedule_error_p50_ns"),
            ScheduleErrorP99Ns = Number("schedule_error_p99_ns"),
            ScheduleErrorMaxNs = Number("schedule_error_max_ns"),
            StealNs = Number("steal_ns"),
            LoadsBefore = Number("loads_before"),
            LoadsAfter = Number("loads_after"),
            Error = csv.Text(csv.Find("error")) is { Length: > 0 } error ? error : null,
        };

        string Text(string column) => csv.Text(csv.Require(column));
        long Count(string column) => csv.Number(csv.Require(column), 0);
        long? Number(string column) => csv.Find(column) is >= 0 and var field && !csv.Bytes(field).IsEmpty ? csv.Number(field) : null;
        double? Real(string column) => csv.Text(csv.Find(column)) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        MeasureKind Kind() => Enum.TryParse<MeasureKind>(Text("kind"), ignoreCase: true, out var kind)
            ? kind
            : throw new InvalidDataException($"trials.csv, line {csv.Line}: unknown kind of measure '{Text("kind")}'; the result is from a later version of EvalFaaS.");
    }
}
