using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>Many starts at the same moment, on each target that can.</summary>
[Collection(RealTargets.Name)]
public sealed class StormTests(NativeBuild native)
{
    private const int AtOnce = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wasmtime")]
    [InlineData("process")]
    [InlineData("container")]
    public async Task All_of_a_storm_begin_together_answer_rightly_and_leave_nothing(string name)
    {
        var target = TargetMachine.Target(name);
        using var machine = new TargetMachine();
        await using (var run = await target.StartAsync(machine.Machine, 0, Stop))
        {
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
            Assert.NotEmpty(target.StormStates);
            foreach (var state in target.StormStates)
            {
                var storm = await function.StartManyAsync(state, AtOnce, Stop);

                Assert.Equal(AtOnce, storm.Count);
                Assert.Single(storm.Select(s => s.Sample.IntendedNs).Distinct());
                Assert.All(storm, s => Assert.Equal((LoadOutcome.Ok, state), (s.Sample.Outcome, s.State)));
                Assert.All(storm, s => Assert.True(s.Sample.FirstByteNs > s.Sample.IntendedNs));
                if (name == "wasmtime") Assert.Equal(AtOnce, storm.Select(s => s.Sample.Headers.InstanceId).Distinct().Count());
            }
        }

        machine.AssertNothingLeft();
    }

    [Fact]
    public async Task Copies_of_a_function_are_loaded_one_by_one()
    {
        using var machine = new TargetMachine();
        await using (var run = await TargetMachine.Target("wasmtime").StartAsync(machine.Machine, 0, Stop))
        {
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
            var before = await run.LoadsAsync(Stop);

            await function.DeployCopiesAsync(5, Stop);
            var answer = await function.CallCopyAsync(3, Stop);

            Assert.Equal((LoadOutcome.Ok, "N3"), (answer.Sample.Outcome, answer.State));
            Assert.True(await run.LoadsAsync(Stop) - before >= 5);
        }

        machine.AssertNothingLeft();
    }
}
