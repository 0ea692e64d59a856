using System.Collections.Immutable;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Data;

/// <summary>Writes a result that looks like a real one, from a seed: for everything that reads results.</summary>
internal sealed class SyntheticRun(int seed = 1, int blocks = 10, int starts = 10, int requests = 600)
{
    private static readonly (string Target, string State, double MedianNs)[] StartCells =
    [
        ("wasmtime", "N3", 210_000), ("wasmedge", "N3", 1_900_000), ("process", "N3", 1_450_000), ("container", "N3", 48_000_000), ("wasmtime-inproc", "N3", 74_000),
        ("wasmtime", "N4", 92_000), ("wasmedge", "N4", 160_000), ("wasmtime-inproc", "N4", 7_800), ("container", "created", 9_000_000), ("container", "paused", 700_000),
        ("wasmtime", "N5", 84_000), ("process", "N5", 81_000), ("container", "N5", 88_000),
    ];

    private static readonly (string Target, string State, double PerSecond, double CpuNs, double MedianNs)[] LoadCells =
    [
        ("wasmtime", "N4", 31_000, 27_000, 118_000), ("wasmedge", "N4", 14_000, 64_000, 190_000), ("process", "N5", 38_000, 21_000, 96_000),
        ("container", "N5", 37_200, 21_600, 99_000), ("kestrel", "none", 36_400, 22_100, 101_000),
    ];

    private readonly Random _random = new(seed);
    private long _now = 1_000_000_000;
    private ResultWriter? _writer;
    private int _number;

    public string Run => $"synthetic-{seed}";

    /// <summary>Changes each trial before it is written.</summary>
    public Func<Trial, Trial> Adjust { get; init; } = trial => trial;

    /// <summary>How the steady-state test of a load ended.</summary>
    public Func<Trial, string> SteadyState { get; init; } = _ => "steady";

    /// <summary>Blocks during which the machine was disturbed.</summary>
    public IReadOnlyCollection<int> Disturbed { get; init; } = [];

    /// <summary>Blocks of which nothing is written.</summary>
    public IReadOnlyCollection<int> Missing { get; init; } = [];

    /// <summary>Connections at which throughput is measured besides, a level of a sweep each.</summary>
    public IReadOnlyList<int> Connections { get; init; } = [];

    /// <summary>Neighbours beside which latency is measured besides, the first of them <c>none</c>: each makes it half as long again as the one before.</summary>
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>Price sheets of the suite.</summary>
    public IReadOnlyList<PriceSheet> Prices { get; init; } = [];

    public RunEnvironment Write(string directory, ResultWriterOptions? options = null)
    {
        using var writer = new ResultWriter(directory, options);
        _writer = writer;
        for (var block = 1; block <= blocks; block++)
        {
            var mood = Math.Exp(0.04 * Normal());
            var order = 0;
            foreach (var cell in StartCells) WriteStart(block, ++order, cell.Target, cell.State, cell.MedianNs * mood);
            foreach (var cell in LoadCells) WriteThroughput(block, ++order, cell.Target, cell.State, cell.PerSecond / mood, cell.CpuNs * mood);
            foreach (var cell in LoadCells) WriteLatency(block, ++order, cell.Target, cell.State, cell.MedianNs * mood);
            foreach (var connections in Connections)
                foreach (var cell in LoadCells)
                    WriteThroughput(block, ++order, cell.Target, cell.State, cell.PerSecond / mood * connections / (connections + 4.0), cell.CpuNs * mood * (1 + 0.4 / connections), connections, $"scale@{connections}");
            foreach (var (place, neighbour) in Neighbours.Index())
                foreach (var cell in LoadCells.Where(c => c.State != "none"))
                    WriteLatency(block, ++order, cell.Target, cell.State, cell.MedianNs * mood * Math.Pow(1.5, place), $"beside@{neighbour}", neighbour);
            WriteMemory(block, ++order, "wasmtime", "N4", 1000, 17_200);
            WriteMemory(block, ++order, "container", "N5", 5, 2_300_000);
            if (!Missing.Contains(block))
                writer.Write(new BlockRow { Run = Run, Number = block, BeginNs = block, DurationNs = 1, Disturbed = Disturbed.Contains(block) ? "the test said so" : null, CpuSlowdown = 1.01, MemorySlowdown = 1.5 });
        }
        return writer.Complete(Environment());
    }

    private void WriteStart(int block, int order, string target, string state, double median)
    {
        var samples = new Sample[starts];
        for (var i = 0; i < starts; i++)
        {
            var total = (long)(median * Math.Exp(0.18 * Normal()));
            samples[i] = Sample(i, total, target == "container" ? null : state);
            samples[i].Phases = target.StartsWith("wasm", StringComparison.Ordinal) ? Phases(total, state) : Stretches(total, target, state);
        }
        Write(Trial(block, order, target, "hello", "start", MeasureKind.Start, state) with { Issued = starts, Ok = starts, LoadsBefore = 0, LoadsAfter = state == "N3" ? starts : 0 }, samples);
    }

    private void WriteLatency(int block, int order, string target, string state, double median, string measure = "latency", string? neighbour = null)
    {
        var samples = new Sample[requests];
        for (var i = 0; i < requests; i++) samples[i] = Sample(i, (long)(median * Math.Exp(0.3 * Normal()) * (_random.NextDouble() < 0.01 ? 6 : 1)), null);
        if (target.StartsWith("wasm", StringComparison.Ordinal))
            for (var i = 0; i < requests; i++) samples[i].Phases = Phases(samples[i].LastByteNs!.Value - samples[i].IntendedNs, state);
        samples[requests / 2].Outcome = "timeout";
        samples[requests / 2].LastByteNs = null;
        Write(Trial(block, order, target, "echo", measure, MeasureKind.Latency, state) with
        {
            OfferedPerSecond = 7000, Connections = 8, DurationNs = requests * 1_000_000_000L / 7000, Issued = requests, Ok = requests - 1, Failed = 1,
            CpuNs = requests * 30_000L, ScheduleErrorP50Ns = 9_000 + block, ScheduleErrorP99Ns = 60_000 + 10 * block, ScheduleErrorMaxNs = 400_000,
            Neighbour = neighbour is null or NeighbourSpec.None ? null : new NeighbourDoings { Name = neighbour, Ended = 50, Ok = 2, Failures = ImmutableSortedDictionary<string, long>.Empty.Add("connection-lost", 8).Add("http-504", 40), Restarts = 3 },
        }, samples);
    }

    private void WriteThroughput(int block, int order, string target, string state, double perSecond, double cpuNs, int connections = 8, string measure = "throughput")
    {
        const long duration = 700_000_000;
        var ok = (long)(perSecond * Math.Exp(0.01 * Normal()) * duration / 1e9);
        Write(Trial(block, order, target, "echo", measure, MeasureKind.Throughput, state) with
        {
            Connections = connections, DurationNs = duration, Issued = ok, Ok = ok, CpuNs = (long)(ok * cpuNs * Math.Exp(0.01 * Normal())), GeneratorCpuNs = (long)(duration * 0.71), StealNs = 1_000_000,
        }, []);
    }

    private void WriteMemory(int block, int order, string target, string state, int instances, double each) =>
        Write(Trial(block, order, target, "hello", "memory", MeasureKind.Memory, state) with
        {
            Instances = instances, Issued = instances, Ok = instances, BaselineProportionalBytes = 60_000_000, BaselineResidentBytes = 71_000_000,
            ProportionalBytes = 60_000_000 + (long)(instances * each * Math.Exp(0.02 * Normal())), ResidentBytes = 71_000_000 + (long)(instances * each * 1.1 * Math.Exp(0.02 * Normal())),
        }, []);

    private void Write(Trial trial, ReadOnlySpan<Sample> samples)
    {
        if (Missing.Contains(trial.Block)) return;
        trial = Adjust(trial);
        var loaded = trial.Kind is MeasureKind.Latency or MeasureKind.Throughput;
        _writer!.Write(trial, samples, new StageRow { Run = Run, Block = trial.Block, Trial = trial.Number, Name = "steady-state", BeginNs = 0, DurationNs = 5, Verdict = loaded ? SteadyState(trial) : "skipped" });
    }

    private Trial Trial(int block, int order, string target, string function, string measure, MeasureKind kind, string state) => new()
    {
        Run = Run, Block = block, Number = ++_number, Order = order, Target = target, Function = function, Measure = measure, Kind = kind, State = state,
    };

    private Sample Sample(int number, long totalNs, string? state)
    {
        _now += 2_000_000;
        var late = _random.NextInt64(500, 9_000);
        return new Sample
        {
            Number = number, StartState = state, Cause = state == "N3" ? "evicted" : null, IntendedNs = _now, IssuedNs = _now + Math.Min(late, totalNs / 2), FirstByteNs = _now + totalNs, LastByteNs = _now + totalNs + 700,
            Outcome = "ok", InstanceId = ++_instances, ConfigurationDigest = "0123456789ab",
        };
    }

    private long _instances;

    private static PhaseDurations Phases(long total, string state)
    {
        var phases = new PhaseDurations { [Phase.Route] = total / 50, [Phase.Queue] = total / 200, [Phase.Execute] = total / 8 };
        if (state != "N5") phases[Phase.Instantiate] = total / 10;
        if (state == "N3") (phases[Phase.Verify], phases[Phase.Load]) = (total / 20, total / 3);
        return phases;
    }

    // As a client sees them: they leave nothing outside.
    private static PhaseDurations Stretches(long total, string target, string state) => (target, state) switch
    {
        ("container", "N3") => new() { [Phase.Load] = total / 2, [Phase.Instantiate] = total / 4, [Phase.Init] = total / 8, [Phase.Execute] = total - total / 2 - total / 4 - total / 8 },
        ("container", "created") => new() { [Phase.Instantiate] = total / 2, [Phase.Init] = total / 4, [Phase.Execute] = total - total / 2 - total / 4 },
        (_, "N5") => new() { [Phase.Execute] = total },
        _ => new() { [Phase.Instantiate] = total / 3, [Phase.Execute] = total - total / 3 },
    };

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private RunEnvironment Environment() => new()
    {
        Run = Run,
        OriginUtc = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero),
        DurationNs = _now,
        Version = "0.1.0",
        Command = $"./evalfaas run quickstart --seed {seed}",
        Suite = new SuiteRecord
        {
            Name = "synthetic", Prices = [.. Prices], Disturbance = "A block is disturbed when the test says so.", Ending = "All planned blocks were run.", Stages = [new("steady-state", "ends when it is steady")],
            Digest = new string('a', 64), Questions = ["How long does a function take to start?", "How many requests a second does each target serve?"], Blocks = blocks, Seed = seed, Reference = "wasmtime",
            Measures = [new("start", "start", "Ten forced starts in each trial, one after the other."), new("throughput", "throughput", "8 connections, kept alive, for 0.7 s after 0.2 s of warm-up."), new("latency", "latency", "Poisson arrivals at half of the capacity of the slowest target."), new("memory", "memory", "Live instances, each called once."),
                .. Neighbours.Select(n => new MeasureRecord($"beside@{n}", "latency", "Poisson arrivals, beside a neighbour.") { Sweep = "beside", Neighbour = n }),
                .. Connections.Select(c => new MeasureRecord($"scale@{c}", "throughput", $"{c} connections, kept alive, for 0.7 s.") { Sweep = "scale", Level = c, LevelUnit = "connections" })],
        },
        Machine = new MachineRecord
        {
            Cpu = "Example CPU at 2.5 GHz", LogicalProcessors = 2, MemoryBytes = 8_300_000_000, Kernel = "Linux 6.1", OperatingSystem = "Debian 13", Virtualisation = "kvm", DotNet = "10.0.0", DotNetSettings = "workstation GC, tiered, PGO",
            TargetProcessors = "0", GeneratorProcessors = "1", Siblings = true, GeneratorCeilingPerSecond = 61_200, Details = [new("Memory limit of the cgroup", "none")],
        },
        Targets = [.. new[] { "wasmtime", "wasmedge", "wasmtime-inproc", "process", "container", "kestrel" }.Select(Target)],
        LeftOut = [new("docker", "there is no Docker daemon on this machine", "install docker.io and start it")],
        Functions = [new("hello", "Rust", new string('b', 64), 21_400, "an empty body"), new("echo", "Rust", new string('c', 64), 23_800, "1 kB")],
        Warnings = [new("shared-core", "Generator and target run on hyper-threads of one core; absolute figures are worse than on separate cores.")],
    };

    private static TargetRecord Target(string name) => new()
    {
        Name = name, Kind = name, Isolation = name.StartsWith("wasm", StringComparison.Ordinal) ? "a fresh WebAssembly instance for each request" : "a process of its own",
        Observation = name == "wasmtime-inproc" ? TargetRecord.ObservedInProcess : TargetRecord.ObservedByClient, Version = "1.0", ConfigurationDigest = "0123456789abcdef",
        Settings = [new("CPU set", "0"), new("memory limit", "none"), new("keep-alive", "on", "set")],
        Protections = name.StartsWith("wasm", StringComparison.Ordinal) ? [new("interruption", "epoch", "set"), new("bounds checks", "guard pages", "default")] : [],
        PhaseNotes = name == "container" ? "Seen from outside: create is load, start is instantiate." : "",
    };
}
