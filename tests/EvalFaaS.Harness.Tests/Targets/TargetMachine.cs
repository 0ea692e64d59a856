using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>Tests that start real targets run one after the other and beside nothing else: they look at what is left of them on the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealTargets
{
    public const string Name = "real targets";
}

/// <summary>A machine as suites have it, with a temporary folder of its own for all that targets leave lying about.</summary>
internal sealed class TargetMachine : IDisposable
{
    private const string TemporaryVariable = "TMPDIR";
    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable(TemporaryVariable);
    private readonly IReadOnlySet<string> _mounts = Mounts(), _cgroups = Cgroups();

    public TargetMachine()
    {
        Temporary = Directory.CreateDirectory(_folder.File("tmp")).FullName;
        Environment.SetEnvironmentVariable(TemporaryVariable, Temporary);
        Memory = MemoryCgroup.TryCreate($"evalfaas-{Path.GetFileName(_folder.Path)}", 4L << 30, out _);
        Machine = new MeasuringMachine
        {
            Clock = new MonotonicClock(TimeProvider.System),
            Time = TimeProvider.System,
            Cores = CpuSet.OfMachine(),
            Memory = Memory,
            Scratch = Directory.CreateDirectory(_folder.File("scratch")).FullName,
            Program = Program,
        };
    }

    /// <summary>The command line as built beside the tests.</summary>
    public static IReadOnlyList<string> Program { get; } = [Path.Combine(AppContext.BaseDirectory, "evalfaas")];

    public string Temporary { get; }

    public MeasuringMachine Machine { get; }

    public MemoryCgroup? Memory { get; }

    /// <summary>A function's setup with its first case; skips the test where its native program cannot be built.</summary>
    public static async Task<FunctionSetup> SetupAsync(string name, NativeBuild native)
    {
        var build = Library.Open.Find(name);
        var request = build.Function.DefaultCase.Request;
        return new FunctionSetup
        {
            Name = name,
            Module = build.ReactorPath,
            Native = await native.ProgramAsync(name),
            WasiCommand = build.CommandPath,
            Script = build.Function.Script,
            Case = new RequestCase(request.Method, request.Target, [.. request.Headers], request.Body?.ToBytes() ?? [], (ReadOnlyMemory<byte>?)build.Function.DefaultCase.Response.Body.ToBytes()),
        };
    }

    /// <summary>The target of this kind; skips the test where it cannot run here.</summary>
    public static ITarget Target(string kind)
    {
        var target = TargetCatalogue.Create(new TargetSpec { Name = kind, Kind = kind });
        Assert.SkipWhen(target.WhyUnavailable() is not null, $"{kind}: {target.WhyUnavailable()}");
        return target;
    }

    /// <summary>Asserts that nothing is left of what was started since this was made.</summary>
    public void AssertNothingLeft()
    {
        Assert.Empty(Directory.GetFileSystemEntries(Temporary));
        Assert.Empty(ProcessesOf(Temporary));
        Assert.Empty(Mounts().Except(_mounts));
        var own = Memory is null ? null : Path.GetDirectoryName(Memory.Processes);
        Assert.All(Cgroups().Except(_cgroups), group => Assert.Equal(own, group));
    }

    public void Dispose()
    {
        Memory?.Dispose();
        Environment.SetEnvironmentVariable(TemporaryVariable, _before);
        _folder.Dispose();
    }

    /// <summary>Other processes that were started with this temporary folder, or whose program lies in it (as that of a container does).</summary>
    private static List<string> ProcessesOf(string temporary)
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out var id) && id != Environment.ProcessId))
        {
            try
            {
                var text = File.ReadAllText($"{process}/environ") + File.ReadAllText($"{process}/cmdline") + File.ReadAllText($"{process}/mountinfo");
                if (text.Contains(temporary, StringComparison.Ordinal)) found.Add(File.ReadAllText($"{process}/cmdline").Replace('\0', ' '));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has just ended, or is another user's.
            }
        }

        return found;
    }

    // dockerd mounts the host's network namespace with its first container, and keeps it.
    private static HashSet<string> Mounts() => [.. File.ReadLines("/proc/self/mountinfo").Select(l => l.Split(' ')[4]).Where(m => !m.EndsWith("/netns/default", StringComparison.Ordinal))];

    private static HashSet<string> Cgroups() =>
        [.. Directory.EnumerateDirectories("/sys/fs/cgroup").SelectMany(d => Directory.EnumerateDirectories(d, "evalfaas-*")), .. Directory.EnumerateDirectories("/sys/fs/cgroup", "evalfaas-*")];
}
