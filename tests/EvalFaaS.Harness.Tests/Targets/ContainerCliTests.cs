using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.Containers;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>podman and docker, as far as they are here: that a target which is not available explains itself, and that one which is measures.</summary>
[Collection(RealTargets.Name)]
public sealed class ContainerCliTests(NativeBuild native)
{
    private const string PathVariable = "PATH";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docker", "docker is not installed: apt-get install docker.io")]
    [InlineData("podman", "podman is not installed: apt-get install podman")]
    public void A_command_that_is_not_installed_is_named_with_its_package(string runtime, string why)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(why, WithPath(folder.Path, () => Target(runtime).WhyUnavailable()));
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("podman")]
    public void A_command_whose_engine_does_not_answer_says_so(string runtime)
    {
        using var folder = new TemporaryFolder();
        // What the command does where no engine runs: complain and end with 1.
        File.WriteAllText(folder.File(runtime), "#!/bin/sh\nexit 1\n");
        File.SetUnixFileMode(folder.File(runtime), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal($"'{runtime} info' fails: its engine does not run; start it and try again", WithPath(folder.Path, () => Target(runtime).WhyUnavailable()));
    }

    [Theory]
    [InlineData("docker")]
    [InlineData("podman")]
    public async Task Where_its_engine_runs_all_its_states_are_measured_and_nothing_is_left(string runtime)
    {
        using var machine = new TargetMachine();
        var target = Target(runtime);
        Assert.SkipWhen(target.WhyUnavailable() is not null, $"{runtime}: {target.WhyUnavailable()}");
        await using (var run = await target.StartAsync(machine.Machine, 0, Stop))
        {
            // Two functions beside each other, whose containers are one engine's.
            IDeployedFunction[] functions = [await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop), await run.DeployAsync(await TargetMachine.SetupAsync("echo", native), Stop)];
            foreach (var state in target.States)
                foreach (var function in functions)
                {
                    var observed = await function.StartOnceAsync(state, Stop);
                    Assert.Equal((state, LoadOutcome.Ok), (observed.State, observed.Sample.Outcome));
                }

            // The container, what stays beside it, and daemons where there are some.
            Assert.True(run.Usage(memory: true).Processes >= 2 * functions.Length);
            Assert.Equal(3, (await functions[0].HoldInstancesAsync(3, Stop)).Instances);

            Assert.Contains(run.Configuration.Settings, s => s.Key == "container runtime" && s.Value.Contains(runtime, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(run.Configuration.Settings, s => s.Key == "memory limit" && s.Value != "none" == machine.Memory is not null);
        }

        machine.AssertNothingLeft();
    }

    private static ContainerTarget Target(string runtime) => new("container", new Dictionary<string, string> { ["runtime"] = runtime });

    private static T WithPath<T>(string path, Func<T> work)
    {
        var before = Environment.GetEnvironmentVariable(PathVariable);
        Environment.SetEnvironmentVariable(PathVariable, path);
        try
        {
            return work();
        }
        finally
        {
            Environment.SetEnvironmentVariable(PathVariable, before);
        }
    }
}
