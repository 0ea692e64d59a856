using System.Collections.Immutable;
using EvalFaaS.Engines;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>Settings of a node's execution. Immutable; <see cref="Validate"/> says what is wrong with them.</summary>
public sealed record RuntimeOptions
{
    private const int MaximumShadows = 8;
    private static readonly PolicySpec TenMinutes = PolicySpec.Parse("fixed:window=10m", PolicyKind.KeepAlive);
    private static readonly PolicySpec NothingAhead = PolicySpec.Parse("no-warm-up", PolicyKind.WarmUp);
    private static readonly PolicySpec OwnBounds = PolicySpec.Parse("queue-bound:queue=100000", PolicyKind.Admission);

    /// <summary>Where functions, modules and compiled code are kept. Created when it is missing. No default.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The engine of a function that names none. Default null: the first of those that the runtime is opened with.</summary>
    public string? DefaultEngine { get; init; }

    /// <summary>What every engine is made with; its <see cref="EngineOptions.Time"/> is replaced by the runtime's own clock.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>Where modules come from, asked by the scheme of a reference. Default: files (<c>file:</c>) and HTTP (<c>http:</c>, <c>https:</c>).</summary>
    public ImmutableArray<IModuleSource> Sources { get; init; } = [new FileModuleSource(), new HttpModuleSource()];

    /// <summary>The largest module taken, bytes. Default 64 MiB; 8 bytes to 1 GiB.</summary>
    public long MaximumModuleBytes { get; init; } = 64L << 20;

    /// <summary>
    /// Bytes that modules and compiled code together may take on disk. Default 8 GiB; from 1 MiB.
    /// What is longest unused goes first; what is deployed or mapped never goes, so the bound may be passed by it.
    /// </summary>
    public long MaximumStoreBytes { get; init; } = 8L << 30;

    /// <summary>Revisions kept of each function, the newest ones. Default 20; 1 to 1,000.</summary>
    public int RevisionsKept { get; init; } = 20;

    /// <summary>How long loaded code stays without a call, and idle instances of revisions that reuse them. Default: 10 min for all.</summary>
    public PolicySpec KeepAlive { get; init; } = TenMinutes;

    /// <summary>Keep-alive policies that decide beside the acting one and are recorded, without effect. Default none; at most 8.</summary>
    public ImmutableArray<PolicySpec> Shadows { get; init; } = [];

    /// <summary>What is made ready ahead of calls: code, and instances of revisions that reuse them. Default: nothing.</summary>
    public PolicyChoice WarmUp { get; init; } = new(NothingAhead);

    /// <summary>What is let in, within the concurrency and the queue length that each revision has anyway. Default: all that these let in.</summary>
    public PolicyChoice Admission { get; init; } = new(OwnBounds);

    /// <summary>What forecast-driven policies go by. Default none; where it is an <see cref="IOnlineForecast"/> it hears each minute's calls.</summary>
    public IForecast? Forecast { get; init; }

    /// <summary>Whether a policy among these goes by a forecast.</summary>
    public bool NeedsForecast => ((PolicySpec[])[KeepAlive, .. Shadows, .. WarmUp.Acting, .. WarmUp.Shadows]).Any(p => p.Entry.Name.StartsWith("forecast", StringComparison.Ordinal));

    /// <summary>Decisions kept of keep-alive, of warm-up and of admission, each. Default 1,000; 1 to 1,000,000.</summary>
    public int RecentDecisions { get; init; } = 1_000;

    /// <summary>Arrivals kept, so that they can be played again: 32 bytes each. Default 1,000,000; 0 to 100,000,000.</summary>
    public int RecordedArrivals { get; init; } = 1_000_000;

    /// <summary>Idle instances kept of each reusing revision. Default 100; 1 to 10,000.</summary>
    public int IdleInstances { get; init; } = 100;

    /// <summary>
    /// Threads for guests that would hold a request thread for long. Default 0: eight for each core, at least 16; up to 1,024.
    /// They are started when they are needed; one function alone gets half of them.
    /// </summary>
    public int GuestThreads { get; init; }

    /// <summary>Recent execute time (moving average) above which a function runs on a guest thread. Default 1 ms; from 0 (practically all of them) to <see cref="TimeSpan.MaxValue"/> (none). A function's first call counts as slow.</summary>
    public TimeSpan GuestThreadThreshold { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Invocations whose ledger is kept. Default 256, which stays in a core's cache; 1 to 1,000,000.</summary>
    public int RecentInvocations { get; init; } = 256;

    /// <summary>Functions that get a series of their own in the metrics: the first ones called. The others are counted together. Default 100; 0 to 10,000.</summary>
    public int MeteredFunctions { get; init; } = 100;

    /// <summary>
    /// Whether the node was started because a call needed it: its first invocation then has the start state N0, whatever else it had to do. Default false,
    /// since a node that waits for its first call did not have to be started for it.
    /// </summary>
    public bool StartedForCall { get; init; }

    /// <summary>What is wrong with the settings: one sentence each, empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(DataDirectory)) problems.Add("dataDirectory is empty. Name a directory that can be written.");
        Range("maximumModuleBytes", MaximumModuleBytes, 8, 1L << 30);
        Range("maximumStoreBytes", MaximumStoreBytes, 1 << 20, long.MaxValue);
        Range("revisionsKept", RevisionsKept, 1, 1_000);
        foreach (var (name, shadows) in new[] { ("shadows", Shadows), ("warmUp.shadows", WarmUp.Shadows), ("admission.shadows", Admission.Shadows) })
            if (shadows.Length > MaximumShadows) problems.Add($"{name} are {shadows.Length}. Give at most {MaximumShadows}.");
        Range("recentDecisions", RecentDecisions, 1, 1_000_000);
        Range("recordedArrivals", RecordedArrivals, 0, 100_000_000);
        Range("idleInstances", IdleInstances, 1, 10_000);
        Range("guestThreads", GuestThreads, 0, 1_024);
        if (GuestThreadThreshold < TimeSpan.Zero) problems.Add($"guestThreadThreshold is {GuestThreadThreshold}. Give zero or more.");
        Range("recentInvocations", RecentInvocations, 1, 1_000_000);
        Range("meteredFunctions", MeteredFunctions, 0, 10_000);
        return problems;

        void Range(string name, long value, long low, long high)
        {
            if (value < low || value > high)
                problems.Add(high == long.MaxValue ? $"{name} is {value}. Give at least {low}." : $"{name} is {value}. Give {low} to {high}.");
        }
    }
}
