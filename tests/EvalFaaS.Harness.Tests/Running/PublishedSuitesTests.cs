using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Each suite under scenarios/suites, in its smoke form, from the file to the verified report.</summary>
[Collection(RealTargets.Name)]
public sealed class PublishedSuitesTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Suites { get; } = [.. Directory.EnumerateFiles(Checkout.PathTo("scenarios", "suites"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory, MemberData(nameof(Suites))]
    public async Task A_suite_works_in_its_smoke_form(string name)
    {
        await native.ProgramAsync("hello");
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        var suite = SuiteFile.Read(Checkout.PathTo("scenarios", "suites", name + ".yaml"), new SuiteVocabulary(TargetCatalogue.Names, [.. Library.Open.Names]) { Prices = SuiteVocabulary.PricesBeside(Library.Open.Root) });

        var result = await new SuiteRunner(TimeProvider.System).RunAsync(suite.Smoke.Of(suite), SmallSuite.Options(folder.File("result"), TargetMachine.Program), new ProgressLog(), Stop);
        ReportWriter.Write(result.Directory);

        Assert.Empty(result.TargetsWithoutSuccess);
        Assert.Empty(ReportVerifier.Verify(result.Directory).Differences);
        machine.AssertNothingLeft();
    }
}
