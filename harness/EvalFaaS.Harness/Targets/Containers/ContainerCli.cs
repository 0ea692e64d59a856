using System.Net;
using System.Text;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>podman or docker by their command lines, with an image imported from scratch: no registry is asked.</summary>
internal sealed class ContainerCli : IContainerRuntime
{
    private readonly string _program;
    private readonly string _image;
    private readonly IPEndPoint _address;
    private readonly MeasuringMachine _machine;
    private readonly SpawnThread _spawner;

    private ContainerCli(string program, string image, IPEndPoint address, MeasuringMachine machine)
    {
        _program = program;
        _image = image;
        _address = address;
        _machine = machine;
        // podman runs its containers by crun.
        _spawner = new SpawnThread(machine.Cores.Targets, hideHybridCgroup: program.EndsWith("podman", StringComparison.Ordinal));
    }

    /// <summary>Null where the command is there and its engine answers.</summary>
    public static string? WhyUnavailable(string name)
    {
        if (Find(name) is not { } path) return $"{name} is not installed: apt-get install {(name == "docker" ? "docker.io" : name)}";
        using var command = new SpawnedCommand([path, "info"], Variables());
        return command.Run([], new Load.MonotonicClock(TimeProvider.System)).ExitCode == 0 ? null : $"'{name} info' fails: its engine does not run; start it and try again";
    }

    /// <summary>Imports the image and is ready to make containers of it.</summary>
    /// <exception cref="TargetException">The image could not be imported.</exception>
    public static async Task<ContainerCli> CreateAsync(string name, string program, IPEndPoint address, MeasuringMachine machine)
    {
        // An engine's names are the whole machine's: the port, which nobody else has, tells this one's from others'.
        var cli = new ContainerCli(Find(name)!, $"evalfaas/{Path.GetFileName(program)}:{address.Port}", address, machine);
        var archive = Path.Combine(machine.Scratch, Path.GetFileName(program) + ".tar");
        await System.Formats.Tar.TarFile.CreateFromDirectoryAsync(Layer(program, machine.Scratch), archive, includeBaseDirectory: false);
        await cli.RequireAsync("import", archive, cli._image);
        File.Delete(archive);
        cli.Version = Encoding.UTF8.GetString((await cli.CommandAsync("--version")).Output).Trim();
        return cli;
    }

    public string Version { get; private set; } = "";

    public string? ProgramOnDisk => null;

    public IReadOnlyList<int> Daemons => [.. System.Diagnostics.Process.GetProcesses().Where(p => p.ProcessName is "dockerd" or "containerd" && _program.EndsWith("docker", StringComparison.Ordinal)).Select(p => p.Id)];

    public IReadOnlyList<string> Supervisors => ["containerd-shim", "conmon"];

    public Task<SpawnResult> RunAsync(string id) => CommandAsync(["run", "--detach", .. Options(id)]);

    public Task<SpawnResult> CreateAsync(string id) => CommandAsync(["create", .. Options(id)]);

    public Task<SpawnResult> StartAsync(string id) => CommandAsync("start", Name(id));

    public Task PauseAsync(string id) => RequireAsync("pause", Name(id));

    public Task<SpawnResult> ResumeAsync(string id) => CommandAsync("unpause", Name(id));

    public Task DeleteAsync(string id) => CommandAsync("rm", "--force", Name(id));

    public async Task<int> ProcessAsync(string id) => int.Parse(Encoding.UTF8.GetString((await RequireAsync("inspect", "--format", "{{.State.Pid}}", Name(id))).Output));

    public async ValueTask DisposeAsync()
    {
        await CommandAsync("rmi", "--force", _image);
        _spawner.Dispose();
    }

    private string Name(string id) => $"evalfaas-{_address.Port}-{id}";

    private string[] Options(string id)
    {
        string[] memory = _machine.Memory is { } limit ? ["--memory", limit.LimitBytes.ToString()] : [];
        return ["--name", Name(id), "--network", "host", "--read-only", "--cap-drop", "ALL", "--cpuset-cpus", string.Join(',', _machine.Cores.Targets), .. memory, _image, OciBundle.Program, "--serve", _address.ToString()];
    }

    private async Task<SpawnResult> RequireAsync(params string[] words)
    {
        var result = await CommandAsync(words);
        return result.ExitCode == 0 ? result : throw new TargetException($"'{_program} {string.Join(' ', words)}' failed with code {result.ExitCode}.");
    }

    private async Task<SpawnResult> CommandAsync(params string[] words)
    {
        using var command = new SpawnedCommand([_program, .. words], Variables());
        return await _spawner.RunAsync(() => command.Run([], _machine.Clock));
    }

    /// <summary>The caller's own environment: where its engine's socket and storage are is written there.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Variables() =>
        from System.Collections.DictionaryEntry v in Environment.GetEnvironmentVariables() select new KeyValuePair<string, string>((string)v.Key, (string?)v.Value ?? "");

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string Layer(string program, string scratch)
    {
        var layer = Directory.CreateDirectory(Path.Combine(scratch, "layer-" + Path.GetFileName(program))).FullName;
        File.Copy(program, layer + OciBundle.Program, overwrite: true);
        return layer;
    }
}
