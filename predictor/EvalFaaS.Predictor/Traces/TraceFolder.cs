namespace EvalFaaS.Predictor.Traces;

/// <summary>A folder with the In-Vitro files <c>invocations.csv</c>, <c>durations.csv</c> and <c>memory.csv</c>, each also as <c>.gz</c>.</summary>
public static class TraceFolder
{
    /// <summary>The variable that says where the published traces lie.</summary>
    public const string Variable = "EVALFAAS_TRACES";

    /// <summary>Reads a folder. Durations and memory may be absent, for single functions or altogether.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="suffix">What stands between a file's name and its ending, as in <c>invocations_10.csv</c>.</param>
    /// <exception cref="TraceException">A file is missing, damaged or contradicts itself; the message names file and line.</exception>
    public static Trace Read(string folder, string suffix = "")
    {
        if (!Directory.Exists(folder)) throw new TraceException(folder, "there is no such folder");
        using var invocations = InvocationFile.Open(Find(folder, "invocations" + suffix)
            ?? throw new TraceException(folder, $"there is no invocations{suffix}.csv and no invocations{suffix}.csv.gz in this folder"));
        var durations = Find(folder, "durations" + suffix) is { } d ? StatisticsFiles.Durations(d) : null;
        var memory = Find(folder, "memory" + suffix) is { } m ? StatisticsFiles.Memory(m) : null;
        TraceFunction[] functions =
        [
            .. invocations.Functions().Select(f => f with { Duration = durations?.GetValueOrDefault(f.Key), Memory = MemoryOf(f.Key, memory) }),
        ];
        return functions.Length > 0 ? new Trace(invocations.FirstMinuteOfDay, invocations.Minutes, functions)
            : throw new TraceException(folder, "the trace has no functions: the file ends after its header");
    }

    /// <summary>Where a published trace lies: in $EVALFAAS_TRACES, else in <c>../shared/traces</c> beside the checkout; null where it is in neither.</summary>
    /// <param name="checkout">Folder of the checkout.</param>
    /// <param name="name">Name of the trace's folder, for example <c>azure2019-250-8h</c>.</param>
    public static string? Locate(string checkout, string name)
    {
        var root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Path.Combine(checkout, "..", "shared", "traces");
        var folder = Path.GetFullPath(Path.Combine(root, name));
        return Directory.Exists(folder) ? folder : null;
    }

    private static string? Find(string folder, string name) =>
        new[] { $"{name}.csv", $"{name}.csv.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static MemoryStatistics? MemoryOf(FunctionKey key, IReadOnlyDictionary<FunctionKey, MemoryStatistics>? memory) =>
        memory is null ? null : memory.GetValueOrDefault(key) ?? memory.GetValueOrDefault(key with { Function = "" });
}
