using System.Net;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>crun with an OCI bundle built from scratch: no registry, no daemon, no supervisor.</summary>
internal sealed class CrunRuntime : IContainerRuntime
{
    private const string Crun = "/usr/bin/crun";
    private readonly string _folder;
    private readonly string _bundle;
    private readonly bool _withCgroup;
    private readonly string _cgroup;
    private readonly MeasuringMachine _machine;
    private readonly SpawnThread _spawner;

    /// <summary>Builds the bundle for a program that serves at an address.</summary>
    public CrunRuntime(string program, IPEndPoint address, bool withCgroup, long? memoryBytes, MeasuringMachine machine)
    {
        _machine = machine;
        _withCgroup = withCgroup;
        _folder = Directory.CreateTempSubdirectory("crun-").FullName;
        _bundle = Path.Combine(_folder, "bundle");
        _cgroup = $"/evalfaas-{Path.GetFileName(_folder)}";
        OciBundle.Create(_bundle, program, ["--serve", address.ToString()], memoryBytes, machine.Cores.Targets, withCgroup, _cgroup);
        _spawner = new SpawnThread(machine.Cores.Targets, hideHybridCgroup: withCgroup);
        Version = ReadVersion();
    }

    /// <summary>Null where crun is there and this user may use it.</summary>
    public static string? WhyUnavailable() => !File.Exists(Crun)
        ? "crun is not installed: apt-get install crun"
        : Environment.UserName == "root" ? null : "crun with control groups needs root here: run with sudo";

    public string Version { get; }

    public string? ProgramOnDisk => Path.Combine(_bundle, "rootfs" + OciBundle.Program);

    public IReadOnlyList<int> Daemons => [];

    /// <remarks>One process does both: create and start as two commands take half as long again.</remarks>
    public async Task<ContainerStart> RunAsync(string id) => ContainerStart.By(await CallAsync(Command("run", "--detach", "--bundle", _bundle, "--pid-file", PidFile(id), id)));

    /// <remarks>It writes the container's process id where <c>create</c> ends, whichever command it is.</remarks>
    public string CreatedFile(string id) => PidFile(id);

    public Task<RuntimeCall> CreateAsync(string id) => CallAsync(Command("create", "--bundle", _bundle, "--pid-file", PidFile(id), id));

    public Task<RuntimeCall> StartAsync(string id) => CallAsync(Command("start", id));

    public async Task PauseAsync(string id) => Require(await CallAsync(Command("pause", id)), "pause");

    /// <remarks>Writes to the freezer itself where that is the v1 one: what a container platform at its best would do.</remarks>
    public Task<RuntimeCall> ResumeAsync(string id)
    {
        var freezer = $"/sys/fs/cgroup/freezer{_cgroup}/freezer.state";
        if (!File.Exists(freezer)) return CallAsync(Command("resume", id));
        return _spawner.RunAsync(() =>
        {
            var began = _machine.Clock.NowNs;
            File.WriteAllText(freezer, "THAWED");
            return new RuntimeCall(began, _machine.Clock.NowNs);
        });
    }

    public async Task DeleteAsync(string id)
    {
        await CallAsync(Command("delete", "--force", id));
        File.Delete(PidFile(id));
    }

    public async Task<int> ProcessAsync(string id) => int.Parse(await File.ReadAllTextAsync(PidFile(id)));

    public ValueTask DisposeAsync()
    {
        _spawner.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private SpawnedCommand Command(params string[] words) => new(
        [Crun, $"--root={Path.Combine(_folder, "state")}", $"--cgroup-manager={(_withCgroup ? "cgroupfs" : "disabled")}", .. words],
        [new("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), new("XDG_RUNTIME_DIR", _folder)]);

    private async Task<RuntimeCall> CallAsync(SpawnedCommand command)
    {
        using (command) return await _spawner.RunAsync(() => Call(command));
    }

    private RuntimeCall Call(SpawnedCommand command)
    {
        var result = command.Run([], _machine.Clock, detached: true);
        return new RuntimeCall(result.StartedNs, result.ExitedNs, result.ExitCode);
    }

    private string ReadVersion()
    {
        using var command = Command("--version");
        var text = System.Text.Encoding.UTF8.GetString(_spawner.RunAsync(() => command.Run([], _machine.Clock)).GetAwaiter().GetResult().Output);
        return text.Split('\n')[0].Trim();
    }

    private string PidFile(string id) => Path.Combine(_folder, id + ".pid");

    private static void Require(RuntimeCall result, string what)
    {
        if (result.ExitCode != 0) throw new TargetException($"crun {what} failed with code {result.ExitCode}.");
    }
}
