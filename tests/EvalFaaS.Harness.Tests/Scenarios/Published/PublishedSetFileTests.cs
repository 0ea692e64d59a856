using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class PublishedSetFileTests : IDisposable
{
    private const string Small = """
        name: small
        title: A small set
        source: https://example.org/small
        licence: CC0
        holds: start and execution
        folder: small/times
        runs: 20
        baseline: box
        targets:
          - { name: box, because: it is a box as well, ours: [{ target: container, state: N3 }] }
          - { name: wasm, folder: wasm/aot, functions: [sums], because: nobody has it }
        functions:
          - { name: sums, kind: arithmetic, ours: sha256, because: both go through numbers }
          - { name: disk, kind: files, because: we have no files }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_description_is_read_whole()
    {
        var set = Read(Small);

        Assert.Equal(("small", "small/times", 20, "box", 64), (set.Name, set.Folder, set.Runs, set.Baseline, set.Digest.Length));
        Assert.Equal(new Counterpart("container", "N3"), Assert.Single(set.Targets[0].Ours));
        Assert.Equal(("box", "wasm/aot"), (set.Targets[0].Folder, set.Targets[1].Folder));
        Assert.Equal((true, false), (set.Targets[1].Ran("sums"), set.Targets[1].Ran("disk")));
        Assert.Equal(["sha256", null], set.Functions.Select(f => f.Ours));
    }

    [Theory]
    [InlineData("name: small\n", "name: large\n", "small.yaml:1:7: 'name' is that of the file, small.")]
    [InlineData("runs: 20\n", "", "'runs' is missing: how many runs each file holds")]
    [InlineData("baseline: box", "baseline: bax", "'baseline' names 'bax', which is no target of this data. Did you mean 'box'?")]
    [InlineData("state: N3", "state: N9", "unknown start state 'N9'")]
    [InlineData("functions: [sums]", "functions: [sum]", "'sum' is no function of this data. Did you mean 'sums'?")]
    [InlineData("folder: small/times", "folder: ../elsewhere", "'folder' lies in the folder of public data sets.")]
    [InlineData("ours: [{ target: container, state: N3 }]", "ours: [container]", "a counterpart is a mapping with 'target' and 'state'")]
    [InlineData("because: we have no files", "why: we have no files", "'because' is missing")]
    [InlineData("licence: CC0", "license: CC0", "unknown key 'license'. Did you mean 'licence'?")]
    [InlineData("runs: 20", "runs: many", "'runs' must be a whole number from 1")]
    public void What_is_wrong_is_told_with_its_place(string old, string with, string message)
    {
        Assert.Contains(old, Small);

        var error = Assert.Throws<SuiteException>(() => Read(Small.Replace(old, with)));

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void A_suite_reproduces_what_is_described_beside_it()
    {
        Read(Small);

        Assert.Equal("small", Suite("small").Reproduces!.Name);
        var error = Assert.Throws<SuiteException>(() => Suite("smal"));
        Assert.Contains("'reproduces' names 'smal', which 'published' beside this file does not describe. Did you mean 'small'? Described there: small.", error.Message);
    }

    [Fact]
    public void The_published_suite_measures_every_counterpart()
    {
        var suite = SuiteFile.Read(Checkout.PathTo("scenarios", "suites", "paper-wasm-vs-container.yaml"), LibraryVocabulary.Of(Library.Open));
        var set = suite.Reproduces!;

        Assert.All(set.Functions.Where(f => f.Ours is not null), f => Assert.Contains(suite.Measures, m => m.Functions.Any(w => w.Label == f.Ours)));
        Assert.All(set.Targets.SelectMany(t => t.Ours), c => Assert.Contains(suite.Measures, m => m.Targets.Contains(c.Target) && m.States.Contains(c.State)));
    }

    private PublishedSet Read(string text)
    {
        Directory.CreateDirectory(_folder.File(PublishedSetFile.Folder));
        var path = PublishedSetFile.PathOf(_folder.Path, "small");
        File.WriteAllText(path, text);
        return PublishedSetFile.Read(path);
    }

    private Suite Suite(string reproduces) => SuiteFile.Parse(
        $"name: s\nquestions: [Why?]\nreproduces: {reproduces}\ntargets: [wasmtime]\nmeasures: [{{ kind: start, functions: [hello], states: [N3] }}]",
        _folder.File("s.yaml"),
        new SuiteVocabulary(["wasmtime"], ["hello"]));
}
