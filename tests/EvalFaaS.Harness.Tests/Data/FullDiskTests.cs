using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Data;

public sealed class FullDiskTests
{
    private const int SamplesPerTrial = 20;

    [Fact]
    public void A_disk_that_runs_full_is_told_with_what_was_saved_and_no_row_is_cut_short()
    {
        using var disk = new SmallDisk("64k");
        var result = Path.Combine(disk.Path, "result");
        using var writer = new ResultWriter(result);
        var written = 0;

        var thrown = Assert.Throws<IOException>(() =>
        {
            for (; written < 10_000; written++) writer.Write(Trial(written + 1), new Sample[SamplesPerTrial]);
        });

        Assert.Contains($"The {written} trials before are whole", thrown.Message);
        Assert.Contains(result, thrown.Message);
        Assert.True(written > 5);
        Assert.Equal((written, written * SamplesPerTrial), (RowsOf(result, ResultFiles.Trials), RowsOf(result, ResultFiles.Samples)));
    }

    [Fact]
    public void A_trial_whose_histogram_did_not_fit_leaves_none_behind()
    {
        using var disk = new SmallDisk("64k");
        var result = Path.Combine(disk.Path, "result");
        using var writer = new ResultWriter(result, new ResultWriterOptions { SamplesPerTrial = 1 });
        writer.Write(Trial(1), [new Sample { Outcome = Sample.Ok, LastByteNs = 1 }]);
        disk.Fill();
        var samples = Enumerable.Range(1, 30_000).Select(i => new Sample { Outcome = Sample.Ok, LastByteNs = i * 1_000L }).ToArray();

        Assert.Throws<IOException>(() => writer.Write(Trial(2), samples));

        Assert.Empty(Directory.GetFiles(result, "*.hgrm", SearchOption.AllDirectories));
        Assert.Equal((1, 1), (RowsOf(result, ResultFiles.Trials), RowsOf(result, ResultFiles.Samples)));
    }

    [Fact]
    public void A_result_that_cannot_be_ended_does_not_look_like_a_whole_one()
    {
        using var disk = new SmallDisk("64k");
        var result = Path.Combine(disk.Path, "result");
        using var writer = new ResultWriter(result);
        writer.Write(Trial(1), [default]);
        disk.Fill();

        var thrown = Assert.Throws<IOException>(() => writer.Complete(
            new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [], Command = new string('x', 10_000) }));

        Assert.Contains("Free space", thrown.Message);
        Assert.Equal([ResultFiles.Blocks, ResultFiles.Probes, ResultFiles.Resources, ResultFiles.Samples, ResultFiles.Stages, ResultFiles.Trials], Directory.GetFiles(result).Select(Path.GetFileName).Order());
        Assert.Contains("no complete result", Assert.Throws<InvalidDataException>(() => ResultData.Read(result)).Message);
    }

    [Fact]
    public void A_disk_without_room_for_the_copies_costs_no_result()
    {
        using var disk = new SmallDisk("64k");
        var result = Path.Combine(disk.Path, "result");
        using var writer = new ResultWriter(result);
        writer.Write(Trial(1), [default]);
        // Room for environment.json, and none for a table of 28 columns.
        disk.Fill(leave: 4096);

        var environment = writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [] });

        Assert.Contains("Free space", Assert.Single(environment.Warnings, w => w.Code == "no-parquet").Message);
        Assert.Single(ResultData.Read(result).Trials);
        Assert.Empty(Directory.GetFiles(result, "*.part"));
    }

    // The header is a row, too; every row has as many fields as it.
    private static int RowsOf(string result, string name)
    {
        var text = File.ReadAllText(Path.Combine(result, name));
        Assert.EndsWith("\n", text);
        var lines = text.Split('\n')[..^1];
        Assert.All(lines, l => Assert.Equal(lines[0].Count(c => c == ','), l.Count(c => c == ',')));
        return lines.Length - 1;
    }

    private static Trial Trial(int number) => new()
    {
        Run = "r", Block = 1, Number = number, Order = number, Target = "t", Function = "f", Measure = "latency", Kind = MeasureKind.Latency, State = "N4",
    };
}
