using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.Containers;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>podman and docker through their API, as far as they are here: that a target which is not available explains itself, and that one which is measures.</summary>
[Collection(RealTargets.Name)]
public sealed class ContainerEngineTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docker", "DOCKER_HOST", "apt-get install docker.io, and start its service")]
    [InlineData("podman", "CONTAINER_HOST", "apt-get install podman, and 'podman system service --time=0 unix://{0}'")]
    public void An_engine_that_does_not_run_is_named_with_what_starts_it(string runtime, string variable, string remedy)
    {
        using var folder = new TemporaryFolder();
        var socket = folder.File("api.sock");

        Assert.Equal($"{runtime}'s engine does not run, there is no socket {socket}: {string.Format(null, remedy, socket)}", WithVariable(variable, socket, () => Target(runtime).WhyUnavailable()));
    }

    [Theory]
    [InlineData("docker", "DOCKER_HOST")]
    [InlineData("podman", "CONTAINER_HOST")]
    public void An_engine_whose_socket_nobody_serves_does_not_answer(string runtime, string variable)
    {
        using var folder = new TemporaryFolder();
        var socket = folder.File("api.sock");
        // Bound and never listening, as a service that died leaves it.
        using var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        dead.Bind(new UnixDomainSocketEndPoint(socket));

        Assert.StartsWith($"{runtime}'s engine does not answer at {socket}: apt-get install ", WithVariable(variable, socket, () => Target(runtime).WhyUnavailable()), StringComparison.Ordinal);
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

    private static T WithVariable<T>(string variable, string socket, Func<T> work)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, $"unix://{socket}");
        try
        {
            return work();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}
