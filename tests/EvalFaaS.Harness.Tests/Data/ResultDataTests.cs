using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Data;

public sealed class ResultDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        var trial = new Trial
        {
            Run = "r", Block = 2, Number = 7, Order = 3, Target = "wasmtime", Function = "echo:large", Measure = "start", Kind = MeasureKind.Start, State = "N3", OfferedPerSecond = 1.5, Connections = 4, DurationNs = 5,
            Issued = 1, Ok = 1, CpuNs = 9, PageFaults = 8, MajorPageFaults = 7, ContextSwitches = 6, LoadsAfter = 1, Error = "it said \"no, thanks\",\nand went",
        };
        var sample = new Sample
        {
            Number = 0, StartState = "N3", Cause = "evicted", IntendedNs = 10, IssuedNs = 11, FirstByteNs = 20, LastByteNs = 21, Outcome = "ok", InstanceId = 5, ConfigurationDigest = "abc",
            Phases = new PhaseDurations { [Phase.Load] = 4, [Phase.Execute] = 0 },
        };
        Write([(trial, [sample])]);

        var data = ResultData.Read(_folder.Path);

        Assert.Equal(trial, Assert.Single(data.Trials));
        var row = Assert.Single(data.Samples.RowsOf(7));
        Assert.Equal((10, 11, 20, 21, 5), (data.Samples.IntendedNs(row), data.Samples.IssuedNs(row), data.Samples.FirstByteNs(row), data.Samples.LastByteNs(row), data.Samples.InstanceId(row)));
        Assert.Equal(("N3", "evicted", "ok"), (data.Samples.StartState(row), data.Samples.Cause(row), data.Samples.Outcome(row)));
        Assert.Equal((4, 0, SampleTable.Missing), (data.Samples.PhaseNs(row, Index(Phase.Load)), data.Samples.PhaseNs(row, Index(Phase.Execute)), data.Samples.PhaseNs(row, Index(Phase.Compile))));
    }

    [Fact]
    public void A_long_trial_keeps_a_part_of_its_samples_and_all_of_its_distribution()
    {
        var samples = Enumerable.Range(0, 1000).Select(i => new Sample { Number = i, IntendedNs = i, IssuedNs = i, FirstByteNs = i + 100_000, LastByteNs = i + 100_000, Outcome = i == 5 ? "timeout" : "ok" }).ToArray();
        Write([(SmallTrial(1), samples)], new ResultWriterOptions { SamplesPerTrial = 100, Seed = 3 });

        var data = ResultData.Read(_folder.Path);

        Assert.Equal(100, data.Samples.Count);
        Assert.Equal(999, data.HistogramOf(data.Trials[0])!.Sum(b => b.Count));
        Assert.Contains("histograms/trial-0001.hgrm", data.Environment.Files.Keys);
    }

    [Fact]
    public void The_part_that_is_kept_depends_on_the_seed_alone()
    {
        var first = SampleThinning.Choose(1000, 50, 3, 1).ToList();

        Assert.Equal(first, SampleThinning.Choose(1000, 50, 3, 1));
        Assert.NotEqual(first, SampleThinning.Choose(1000, 50, 4, 1));
        Assert.Equal(50, first.Distinct().Count());
    }

    [Fact]
    public void Columns_of_a_later_version_are_passed_over()
    {
        Write([(SmallTrial(1), [SmallSample])]);
        foreach (var name in new[] { ResultFiles.Samples, ResultFiles.Trials })
        {
            var lines = File.ReadAllLines(_folder.File(name));
            File.WriteAllLines(_folder.File(name), lines.Select((line, i) => line + (i == 0 ? ",spin_ns" : ",17")));
        }

        Assert.Equal(1, ResultData.Read(_folder.Path).Samples.Count);
    }

    [Fact]
    public void Rows_of_a_trial_are_found_also_where_a_merged_file_mixes_trials()
    {
        Write([(SmallTrial(1), [SmallSample with { IntendedNs = 1 }, SmallSample with { IntendedNs = 2 }]), (SmallTrial(2), [SmallSample with { IntendedNs = 3 }])]);
        var lines = File.ReadAllLines(_folder.File(ResultFiles.Samples));
        File.WriteAllLines(_folder.File(ResultFiles.Samples), [lines[0], lines[1], lines[3], lines[2]]);

        var samples = ResultData.Read(_folder.Path).Samples;

        Assert.Equal([1L, 2], samples.RowsOf(1).Select(samples.IntendedNs));
        Assert.Equal([3L], samples.RowsOf(2).Select(samples.IntendedNs));
    }

    [Fact]
    public void Times_that_are_missing_and_times_before_the_intended_one_are_kept_as_they_are()
    {
        Write([(SmallTrial(1), [SmallSample with { IntendedNs = 50, IssuedNs = 49, FirstByteNs = 50, LastByteNs = null }])]);

        var samples = ResultData.Read(_folder.Path).Samples;

        Assert.Equal((49, 50, SampleTable.Missing), (samples.IssuedNs(0), samples.FirstByteNs(0), samples.LastByteNs(0)));
    }

    [Fact]
    public void A_file_cut_short_is_named_with_its_line()
    {
        Write([(SmallTrial(1), [SmallSample, SmallSample])]);
        var text = File.ReadAllText(_folder.File(ResultFiles.Samples));
        File.WriteAllText(_folder.File(ResultFiles.Samples), text[..^40]);

        var error = Assert.Throws<InvalidDataException>(() => ResultData.Read(_folder.Path));

        Assert.StartsWith("samples.csv, line 3:", error.Message);
        Assert.Contains("cut short", error.Message);
    }

    [Fact]
    public void A_number_that_is_none_is_named_with_its_column()
    {
        Write([(SmallTrial(1), [SmallSample])]);
        File.WriteAllText(_folder.File(ResultFiles.Samples), File.ReadAllText(_folder.File(ResultFiles.Samples)).Replace("123456", "12x456"));

        Assert.Contains("column 'intended_ns': '12x456' is no whole number", Assert.Throws<InvalidDataException>(() => ResultData.Read(_folder.Path)).Message);
    }

    [Fact]
    public void A_run_that_did_not_end_is_told_from_a_result()
    {
        using (var writer = new ResultWriter(_folder.Path)) writer.Write(SmallTrial(1), [SmallSample]);

        Assert.Contains("has no environment.json", Assert.Throws<InvalidDataException>(() => ResultData.Read(_folder.Path)).Message);
        Assert.Equal(2, File.ReadAllLines(_folder.File(ResultFiles.Samples)).Length);
    }

    [Fact]
    public void A_result_of_a_later_schema_is_refused_with_the_version_to_use()
    {
        Write([(SmallTrial(1), [])]);
        File.WriteAllText(_folder.File(ResultFiles.Environment), File.ReadAllText(_folder.File(ResultFiles.Environment)).Replace("\"schema\": 1", "\"schema\": 99"));

        Assert.Contains("has schema 99", Assert.Throws<InvalidDataException>(() => ResultData.Read(_folder.Path)).Message);
    }

    [Fact]
    public void A_result_is_never_written_over()
    {
        Write([(SmallTrial(1), [])]);

        Assert.Throws<IOException>(() => new ResultWriter(_folder.Path));
    }

    private static Sample SmallSample => new() { IntendedNs = 123456, IssuedNs = 123457, FirstByteNs = 130000, LastByteNs = 130001, Outcome = "ok" };

    private static Trial SmallTrial(int number) => new()
    {
        Run = "r", Block = 1, Number = number, Order = 1, Target = "t", Function = "f", Measure = "latency", Kind = MeasureKind.Latency, State = "N4", Issued = 1, Ok = 1,
    };

    private static int Index(Phase phase) => PhaseDurations.Phases.IndexOf(phase);

    private void Write(IEnumerable<(Trial Trial, Sample[] Samples)> trials, ResultWriterOptions? options = null)
    {
        using var writer = new ResultWriter(_folder.Path, options);
        foreach (var (trial, samples) in trials) writer.Write(trial, samples);
        writer.Complete(new RunEnvironment
        {
            Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [],
        });
    }
}
