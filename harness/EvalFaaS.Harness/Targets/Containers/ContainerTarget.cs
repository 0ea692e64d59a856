using System.Net;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>The function as a static native server in a real OCI container.</summary>
/// <remarks>Ladder: N2 and N3, bundle or image on disk, created and started; <c>created</c>, created before and started; <c>paused</c>, frozen and thawed; <c>pooled</c>, started ahead and not asked yet; N5, warm.</remarks>
public sealed class ContainerTarget : ITarget
{
    private readonly bool _withCgroup;
    private readonly string _runtime;

    /// <summary>A container target.</summary>
    /// <param name="name">Its name in suites.</param>
    /// <param name="options"><c>runtime</c>: <c>crun</c> (default), <c>podman</c> or <c>docker</c>; <c>cgroup</c>: <c>none</c> leaves out the control group (crun alone).</param>
    /// <exception cref="ArgumentException">An option is unknown.</exception>
    public ContainerTarget(string name, IReadOnlyDictionary<string, string> options)
    {
        Name = name;
        _runtime = options.GetValueOrDefault("runtime", "crun");
        _withCgroup = options.GetValueOrDefault("cgroup", "own") != "none";
        if (_runtime is not ("crun" or "podman" or "docker")) throw new ArgumentException($"Target '{name}': runtime '{_runtime}' is unknown; it is crun, podman or docker.");
        if (!_withCgroup && _runtime != "crun") throw new ArgumentException($"Target '{name}': only crun can leave out the control group.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string IsolatedBy => _withCgroup
        ? "pid, ipc, uts and mount namespaces, no capabilities, a control group; the host's network"
        : "pid, ipc, uts and mount namespaces, no capabilities; no control group, the host's network";

    /// <inheritdoc/>
    public TargetOrigin Origin => new(_runtime == "crun" ? "GPL-2.0-or-later" : "Apache-2.0", Version(), $"Debian's package {(_runtime == "docker" ? "docker.io" : _runtime)}");

    /// <inheritdoc/>
    public string PhaseNotes => "Seen from outside: create is load (with fetch in it), start or thaw is instantiate, until it listens is init, from the request to the first byte is execute.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => _runtime == "crun" ? CrunRuntime.WhyUnavailable() : new EngineSocket(_runtime).WhyUnavailable();

    /// <inheritdoc/>
    public IReadOnlyList<string> StormStates => ["N3"];

    /// <inheritdoc/>
    public bool NeedsNative => true;

    /// <inheritdoc/>
    public long InstanceBytes => 200 << 10;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => (_runtime, _withCgroup) switch
    {
        ("crun", true) => ["N2", "N3", "created", "paused", "pooled", "N5"],
        ("crun", false) => ["N2", "N3", "created", "pooled", "N5"],
        _ => ["N3", "created", "paused", "pooled", "N5"],
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> ListeningStates => ["pooled", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load | TargetAbilities.Instances | TargetAbilities.Neighbours;

    /// <inheritdoc/>
    public Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        Task.FromResult<ITargetRun>(new ContainerRun((program, address, memoryBytes) => MakeAsync(program, address, memoryBytes ?? machine.Memory?.LimitBytes, machine), machine));

    private string Version()
    {
        if (_runtime == "crun") return Versions.OfProgram(_runtime);
        if (WhyUnavailable() is not null) return "";
        using var client = new EngineSocket(_runtime).Client();
        return client.System.GetVersionAsync().GetAwaiter().GetResult().Version;
    }

    private async Task<IContainerRuntime> MakeAsync(string program, IPEndPoint address, long? memoryBytes, MeasuringMachine machine) => _runtime == "crun"
        ? new CrunRuntime(program, address, _withCgroup, memoryBytes, machine)
        : await EngineApi.CreateAsync(new EngineSocket(_runtime), program, address, memoryBytes, machine);
}
