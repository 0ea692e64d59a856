using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>The function in JavaScript, served by a JavaScript runtime or a functions framework on one: a process for each function.</summary>
/// <remarks>Ladder: N0, the process starts; N4, a fresh instance for the request, where the platform has such; <c>pooled</c>, a process that was started ahead; N5, the process answered before.</remarks>
public sealed class JavaScriptTarget : ITarget
{
    private readonly JavaScriptPlatform _platform;
    private readonly PlatformPackage? _package;

    /// <summary>A target of a platform.</summary>
    /// <param name="name">Its name in suites.</param>
    /// <param name="platform">The platform's name.</param>
    /// <exception cref="ArgumentException">There is no such platform.</exception>
    public JavaScriptTarget(string name, string platform)
    {
        Name = name;
        _platform = JavaScriptPlatform.All.FirstOrDefault(p => p.Name == platform) ?? throw new ArgumentException($"There is no JavaScript platform '{platform}'.");
        _package = _platform.Package is { } package ? new PlatformPackage(platform, package) : null;
    }

    /// <summary>Names of all platforms.</summary>
    public static IEnumerable<string> Platforms => JavaScriptPlatform.All.Select(p => p.Name);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string IsolatedBy => _platform.FreshBy is { } fresh ? $"{_platform.IsolatedBy}; in N4 {fresh}" : _platform.IsolatedBy;

    /// <inheritdoc/>
    public TargetOrigin Origin => _package is null
        ? new(_platform.Licence, Versions.OfProgram("node"), "nodejs.org, Debian's package nodejs")
        : new(_platform.Licence, _package.Version, $"npm registry, package {_platform.Package}");

    /// <inheritdoc/>
    public string PhaseNotes => "Seen from outside. N0: until it listens is init, with load and instantiate in it. From the request to the first byte is execute, in N4 with instantiate and init in it.";

    /// <inheritdoc/>
    public string? WhyUnavailable()
    {
        if (PlatformPackage.Sources is null) return "its files are in a checkout of EvalFaaS: call it from inside one";
        if (_platform.NeedsNode && SearchPath.Find("node") is null) return "Node.js is not installed: apt-get install nodejs";
        return _package is { IsInstalled: false } ? $"{_platform.Package} {_package.Version} is not installed: evalfaas targets install {_platform.Name}" : null;
    }

    /// <inheritdoc/>
    public Func<CancellationToken, Task>? Install => _package is null ? null : _package.InstallAsync;

    /// <inheritdoc/>
    public long InstanceBytes => 10 << 20;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => _platform.FreshBy is null ? ["N0", "pooled", "N5"] : ["N0", "N4", "pooled", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load | TargetAbilities.Instances;

    /// <inheritdoc/>
    public Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        Task.FromResult<ITargetRun>(new JavaScriptRun(_platform, _package, machine));
}
