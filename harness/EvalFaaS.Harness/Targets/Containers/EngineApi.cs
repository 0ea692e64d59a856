using System.Diagnostics;
using System.Formats.Tar;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>docker or podman through the Docker Engine API, with an image imported from scratch: no registry is asked. Times are those of the calls.</summary>
internal sealed class EngineApi : IContainerRuntime
{
    private readonly EngineSocket _socket;
    private readonly DockerClient _client;
    private readonly string _image;
    private readonly IPEndPoint _address;
    private readonly long? _memoryBytes;
    private readonly MeasuringMachine _machine;

    private EngineApi(EngineSocket socket, string image, IPEndPoint address, long? memoryBytes, MeasuringMachine machine)
    {
        _socket = socket;
        _client = socket.Client();
        _image = image;
        _address = address;
        _memoryBytes = memoryBytes;
        _machine = machine;
    }

    /// <summary>Imports the image and is ready to make containers of it.</summary>
    /// <exception cref="TargetException">The engine refused it.</exception>
    public static async Task<EngineApi> CreateAsync(EngineSocket socket, string program, IPEndPoint address, long? memoryBytes, MeasuringMachine machine)
    {
        // An engine's names are the whole machine's: the port, which nobody else has, tells this one's from others'.
        var api = new EngineApi(socket, $"localhost/evalfaas/{Path.GetFileName(program)}-{address.Port}", address, memoryBytes, machine);
        try
        {
            await api.CallAsync("import the image", () => api.ImportAsync(program));
            var version = await api._client.System.GetVersionAsync();
            api.Version = $"{socket.Engine} {version.Version}, API {version.APIVersion}";
            return api;
        }
        catch
        {
            api._client.Dispose();
            throw;
        }
    }

    public string Version { get; private set; } = "";

    public string? ProgramOnDisk => null;

    public IReadOnlyList<int> Daemons => [.. Process.GetProcesses().Where(p => (_socket.Engine == "docker" ? p.ProcessName is "dockerd" or "containerd" : p.ProcessName == "podman")).Select(p => p.Id)];

    public IReadOnlyList<string> Supervisors => ["containerd-shim", "conmon"];

    public async Task<ContainerStart> RunAsync(string id) => ContainerStart.By(await CreateAsync(id), await StartAsync(id));

    public Task<RuntimeCall> CreateAsync(string id) => TimedAsync("create", () => MakeAsync(id));

    public Task<RuntimeCall> StartAsync(string id) => TimedAsync("start", () => BeginAsync(id));

    public Task PauseAsync(string id) => CallAsync("pause", () => _client.Containers.PauseContainerAsync(Name(id)));

    public Task<RuntimeCall> ResumeAsync(string id) => TimedAsync("resume", () => _client.Containers.UnpauseContainerAsync(Name(id)));

    public Task DeleteAsync(string id) => RemoveAsync("the container", () => _client.Containers.RemoveContainerAsync(Name(id), new ContainerRemoveParameters { Force = true }));

    public async Task<int> ProcessAsync(string id) => (int)((await _client.Containers.InspectContainerAsync(Name(id))).State?.Pid
        ?? throw new TargetException($"{_socket.Engine} does not say which process the container '{id}' has."));

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync("the image", () => _client.Images.DeleteImageAsync(_image, new ImageDeleteParameters { Force = true }));
        _client.Dispose();
    }

    private string Name(string id) => $"evalfaas-{_address.Port}-{id}";

    private async Task ImportAsync(string program)
    {
        using var layer = new MemoryStream();
        await using (var tar = new TarWriter(layer, TarEntryFormat.Pax, leaveOpen: true)) await tar.WriteEntryAsync(program, OciBundle.Program[1..]);
        layer.Position = 0;
        // podman takes no other tag.
        var parameters = new ImagesCreateParameters { FromSrc = "-", Repo = _image, Tag = "latest" };
        await _client.Images.CreateImageAsync(parameters, layer, null, new Progress<JSONMessage>());
    }

    private Task MakeAsync(string id) => _client.Containers.CreateContainerAsync(new CreateContainerParameters
    {
        Name = Name(id),
        Image = _image,
        Cmd = [OciBundle.Program, "--serve", _address.ToString()],
        HostConfig = new HostConfig
        {
            NetworkMode = "host",
            ReadonlyRootfs = true,
            CapDrop = ["ALL"],
            CpusetCpus = string.Join(',', _machine.Cores.Targets),
            Memory = _memoryBytes ?? 0,
        },
    });

    private Task BeginAsync(string id) => _client.Containers.StartContainerAsync(Name(id), new ContainerStartParameters());

    /// <summary>What was never made, or is gone, is what was wanted.</summary>
    private async Task RemoveAsync(string what, Func<Task> call)
    {
        try
        {
            await CallAsync($"remove {what}", call);
        }
        catch (TargetException e) when (e.InnerException is DockerApiException { StatusCode: HttpStatusCode.NotFound })
        {
        }
    }

    private async Task<RuntimeCall> TimedAsync(string what, Func<Task> call)
    {
        var began = _machine.Clock.NowNs;
        await CallAsync(what, call);
        return new RuntimeCall(began, _machine.Clock.NowNs);
    }

    private async Task CallAsync(string what, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or TimeoutException)
        {
            throw new TargetException($"{_socket.Engine} could not {what}: {e.Message}", e);
        }
    }
}
