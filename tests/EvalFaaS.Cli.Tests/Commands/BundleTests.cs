using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>bundle</c> and <c>rerun</c>: a small suite measured, packed, and measured again out of the archive.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bundled_run_is_checked_and_repeated_with_its_own_scenario_modules_and_seed()
    {
        var suite = _folder.Write("suite.yaml", """
            name: small
            questions: [How fast?]
            blocks: 6
            seed: 11
            targets: [wasmtime-inproc]
            measures:
              - kind: start
                functions: [hello]
                states: [N4]
                count: 2

            """);
        Assert.Equal(CliAssert.Done, (await Cli.RunAsync("run", suite, "--out", _folder["first"])).ExitCode);

        CliAssert.Refused(CliAssert.Usage, "There is no suite 'small'.", await Cli.RunAsync("bundle", _folder["first"], "-o", _folder["run.zip"]));
        Assert.Contains("Repeat it with: ./evalfaas rerun", CliAssert.Succeeded(await Cli.RunAsync("bundle", _folder["first"], "--suite", suite, "-o", _folder["run.zip"])));

        var rerun = await Cli.RunAsync("rerun", _folder["run.zip"], "--out", _folder["again"]);
        // What the comparison finds is the machine's affair; that it was made is asked here.
        Assert.True(rerun.ExitCode is 0 or 1 or 3, rerun.ToString());
        var again = rerun.Output;
        Assert.Contains("The bundle is whole: ", again);
        Assert.Contains($"A: {_folder["again/original/result"]} ", again);
        Assert.Contains($"B: {_folder["again/rerun"]} ", again);
        Assert.Contains("VERDICT", again);
        Assert.Contains("\"seed\": 11", File.ReadAllText(_folder["again/rerun/environment.json"]));
    }

    [Fact]
    public async Task What_is_no_bundle_is_refused_in_a_sentence() =>
        CliAssert.Refused(CliAssert.Failed, "is no whole zip archive", await Cli.RunAsync("rerun", _folder.Write("a.zip", "no zip"), "--out", _folder["out"]));
}
