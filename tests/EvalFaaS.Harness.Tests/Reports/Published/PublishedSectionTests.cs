using System.Security.Cryptography;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Published;

namespace EvalFaaS.Harness.Tests.Reports.Published;

/// <summary>A report of a suite that reproduces published data. To look at its chart: EVALFAAS_TEST_SCREENSHOTS=FOLDER.</summary>
public sealed class PublishedSectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallSet _small = new();

    public void Dispose()
    {
        _folder.Dispose();
        _small.Dispose();
    }

    [Fact]
    public void A_pair_stands_with_both_ratios_and_classes_and_the_verdict()
    {
        var markdown = Write(blocks: 6);

        // Theirs: 3 s against 1.5 s, of which 0.25 s may be start. Ours: 12 ms against 30 ms, of which 1 ms may be.
        Assert.Matches(@"\| sums \| sha256 \| 2\.00× \| 1\.9\d\s–\s2\.0\d \| compute \| 0\.400× \| [\d.]+\s–\s[\d.]+ \| compute \| differ in which is faster \|", markdown);
        // 0.25 s against 1 s, and 1 ms against 20 ms; nothing is faster on either target.
        Assert.Matches(@"\| tiny \| hello \| 0\.250× \| 0\.2\d+\s–\s0\.2\d+ \| start \| 0\.0500× \| [\d.]+\s–\s[\d.]+ \| start \| agree \|", markdown);
        // The container itself has classes alone.
        Assert.Matches(@"\| sums \| sha256 \| – \| – \| start \| – \| – \| start \| agree \|", markdown);
    }

    [Fact]
    public void It_says_what_makes_the_difference()
    {
        var markdown = Write(blocks: 6);

        // Start 0.25 / 1 and 1 / 20, code 2.75 / 0.5 and 11 / 10, weight 0.5 / 1 and 10 / 20.
        Assert.Matches(@"\| sums \| 0\.250 \| 0\.0500 \| 5\.50 \| 1\.10 \| 0\.500 \| 0\.500 \| 1\.87 \| 0\.533 \| 2\.00 \| code \|", markdown);
        Assert.Contains("Most of the difference is made by", markdown);
        Assert.Contains("it is the same engine. The fastest function took 250\u00a0ms there and 1.00\u00a0s on box; here 1.00\u00a0ms and 20.0\u00a0ms in the container.", markdown);
    }

    [Fact]
    public void What_has_no_counterpart_is_named_with_its_reason()
    {
        var markdown = Write(blocks: 6);

        Assert.Contains("| disk | files | – | we have no files |", markdown);
        Assert.Contains("**Without a counterpart**: other (nobody has it).", markdown);
        Assert.Matches(@"\| disk \| 4\.00\ss \| ", markdown);
    }

    [Fact]
    public void The_shape_of_the_published_data_is_counted_target_by_target()
    {
        var markdown = Write(blocks: 6);

        Assert.Contains("| box | 3 | – | – | – |  | – |  | 2 | 1 | 0 |", markdown);
        Assert.Matches(@"\| wasm \| 3 \| 2 \| 1 \| 0\.0750× \| disk \| 2\.00× \| sums \| 2 \| 1 \| 0 \|", markdown);
    }

    [Fact]
    public void The_answer_opens_with_it_and_the_chart_is_there()
    {
        var markdown = Write(blocks: 6);

        Assert.Contains("Faster than the container were 1 of 2 pairs of function and target in the published data, and 2 of their counterparts here; 1 are on the same side in both.", File.ReadAllText(_folder.File(ResultFiles.Summary)));
        Assert.Contains("](charts/published.png)", markdown);
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_SCREENSHOTS") is { } folder) File.Copy(Path.Combine(_folder.File(ResultFiles.Charts), "published.png"), Path.Combine(folder, "published.png"), overwrite: true);
    }

    [Fact]
    public void A_run_of_too_few_blocks_is_undecided()
    {
        var markdown = Write(blocks: 1);

        Assert.Matches(@"\| sums \| sha256 \| 2\.00× \| .+ \| compute \| – \| – \| unknown \| undecided \|", markdown);
        Assert.DoesNotContain("charts/published.png", markdown);
        Assert.Empty(ReportVerifier.Verify(_folder.Path, _small.Traces).Differences);
    }

    [Fact]
    public void Every_number_of_it_can_be_verified()
    {
        Write(blocks: 6);
        Assert.Empty(ReportVerifier.Verify(_folder.Path, _small.Traces).Differences);

        var report = _folder.File(ResultFiles.Html);
        const string Printed = "data-figure=\"published/sums/wasm/wasmtime/N3/theirs\" value=\"2\">2.00×<";
        Assert.Contains(Printed, File.ReadAllText(report));
        File.WriteAllText(report, File.ReadAllText(report).Replace(Printed, Printed.Replace(">2.00×<", ">1.00×<")));

        Assert.All(ReportVerifier.Verify(_folder.Path).Differences, d => Assert.Equal("published/sums/wasm/wasmtime/N3/theirs", d.Where));
        Assert.NotEmpty(ReportVerifier.Verify(_folder.Path).Differences);
    }

    [Fact]
    public void A_changed_row_is_named_even_when_its_digest_is_changed_with_it()
    {
        Write(blocks: 6);
        var path = _folder.File(ResultFiles.Published);
        var old = ResultData.Read(_folder.Path).Environment.Files[ResultFiles.Published];
        var row = ResultData.Read(_folder.Path).Published.First(r => r is { Target: "wasm", Function: "sums" });
        File.WriteAllText(path, File.ReadAllText(path).Replace($",{row.MedianNs:0},", $",{row.MedianNs + 1000:0},"));
        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.File == ResultFiles.Published && d.Where.StartsWith("SHA-256", StringComparison.Ordinal));
        File.WriteAllText(_folder.File(ResultFiles.Environment), File.ReadAllText(_folder.File(ResultFiles.Environment)).Replace(old, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));

        var differences = ReportVerifier.Verify(_folder.Path, _small.Traces).Differences;

        Assert.Contains(differences, d => d is { File: ResultFiles.Published, Where: "wasm/sums.txt" });
        Assert.Contains(differences, d => d.File == ResultFiles.Html);
    }

    [Fact]
    public void Another_raw_file_than_the_one_read_then_is_named()
    {
        Write(blocks: 6);
        File.WriteAllText(_small.PathTo("wasm", "sums"), File.ReadAllText(_small.PathTo("wasm", "sums")) + "\n");

        var difference = Assert.Single(ReportVerifier.Verify(_folder.Path, _small.Traces).Differences);

        Assert.Equal("wasm/sums.txt, SHA-256", difference.Where);
    }

    [Fact]
    public void Without_the_raw_files_the_rows_are_taken_as_they_stand()
    {
        Write(blocks: 6);

        var result = ReportVerifier.Verify(_folder.Path);

        Assert.True(result.Ok);
        Assert.Contains(result.Notes, n => n.Contains("published.csv was taken as it stands", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_data_are_absent_it_says_so_and_how_to_have_them()
    {
        var missing = PublishedData.WhyMissing(SmallSet.Set, _folder.Path)!;

        var markdown = Write(blocks: 6, missing);

        Assert.Contains("The comparison was left out. There is no small/times in the folder of public data sets.", markdown);
        Assert.Contains("**no-published-data**", markdown);
        Assert.DoesNotContain("Faster than the container were", markdown);
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);
    }

    private string Write(int blocks, string? missing = null)
    {
        using (var writer = new ResultWriter(_folder.Path))
        {
            if (missing is null) writer.WriteWhole(PublishedTable.Rows, PublishedData.Read(SmallSet.Set, _small.Traces));
            var number = 0;
            for (var block = 1; block <= blocks; block++)
                foreach (var (target, function, ms) in new[] { ("container", "hello", 20), ("container", "sha256", 30), ("wasmtime", "hello", 1), ("wasmtime", "sha256", 12) })
                {
                    var trial = new Trial { Run = "r", Block = block, Number = ++number, Order = 1, Target = target, Function = function, Measure = "start", Kind = MeasureKind.Start, State = "N3", Ok = 1, Issued = 1, DurationNs = 1 };
                    var took = (long)(ms * 1e6 * (1 + 0.001 * (block % 2 == 0 ? 1 : -1)));
                    writer.Write(trial, [new Sample { Number = 0, StartState = "N3", IntendedNs = 0, IssuedNs = 0, FirstByteNs = took, LastByteNs = took, Outcome = Sample.Ok, ConfigurationDigest = "c" }]);
                }
            writer.Complete(new RunEnvironment
            {
                Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Machine = new MachineRecord(),
                Suite = new SuiteRecord { Name = "s", Questions = ["Why?"], Reference = "container", Blocks = blocks, Measures = [new("start", "start", "Starts.")], Reproduces = new PublishedRecord(SmallSet.Set, missing) },
                Targets = [new TargetRecord { Name = "container", Kind = "container" }, new TargetRecord { Name = "wasmtime", Kind = "wasmtime" }],
            });
        }
        ReportWriter.Write(_folder.Path);
        return File.ReadAllText(_folder.File(ResultFiles.Markdown));
    }
}
