using System.Collections.Immutable;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

[Collection(RealTargets.Name)]
public sealed class InjectedSlowdownTests(NativeBuild native)
{
    [Fact]
    public async Task A_slowed_target_says_so_itself_and_still_answers_rightly()
    {
        using var machine = new TargetMachine();
        await using var run = await Create("5%").StartAsync(machine.Machine, 0, TestContext.Current.CancellationToken);
        await using var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), TestContext.Current.CancellationToken);

        var start = await function.StartOnceAsync("N4", TestContext.Current.CancellationToken);

        Assert.Equal("N4", start.State);
        Assert.Contains(run.Configuration.Protections.Concat(run.Configuration.Settings), s => s is { Key: "injected slowdown", Value: "5 %" });
    }

    [Theory]
    [InlineData("slowdown", "much", "Target 'slow': slowdown 'much' is no share; write for example 5%.")]
    [InlineData("slow", "5%", "Target 'slow': the option 'slow' is unknown; there is slowdown.")]
    public void A_wrong_option_is_named(string option, string value, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Create(value, option)).Message);

    private static ITarget Create(string value, string option = "slowdown") => TargetCatalogue.Create(
        new TargetSpec { Name = "slow", Kind = "wasmtime-inproc", Options = new Dictionary<string, string> { [option] = value }.ToImmutableSortedDictionary() });
}
