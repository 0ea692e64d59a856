using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using EvalFaaS.Execution;
using EvalFaaS.Node.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>What the node and its engines are.</summary>
internal static class NodeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/node", Describe).WithSummary("The node: configuration in force, counters, engines in use.").WithTags("node");
        api.MapGet("/engines", (FunctionRuntime runtime) => runtime.Engines.Names.Select(n => EngineDocument.Of(runtime.Engines, n)).ToList())
            .WithSummary("All engines: whether they can be had, what they can do, how they are set. An engine not used yet is started to be asked.").WithTags("node");
    }

    private static NodeDocument Describe(FunctionRuntime runtime, RuntimeConfiguration configuration, NodeStart start)
    {
        var counters = runtime.Counters;
        return new NodeDocument
        {
            Version = typeof(NodeHost).Assembly.GetName().Version?.ToString(3) ?? "",
            ProcessId = Environment.ProcessId,
            Started = start.Time,
            Draining = runtime.Draining,
            ConfigurationDigest = configuration.Current.Digest,
            Configuration = configuration.Current.Settings,
            PendingRestart = configuration.PendingRestart,
            Runtime = RuntimeSettings(),
            Counters = new CountersDocument
            {
                Fetches = counters.Fetches,
                Compiles = counters.Compiles,
                Loads = counters.Loads,
                InstancesMade = counters.InstancesMade,
                InstancesReused = counters.InstancesReused,
                InstancesDiscarded = counters.InstancesDiscarded,
                Unmaps = counters.Unmaps,
                Evictions = counters.Evictions,
                Corruptions = counters.Corruptions,
                WorkersLost = counters.WorkersLost,
            },
            Engines = [.. runtime.List(null).Select(f => f.Revision.Engine).Distinct().Order().Select(e => EngineDocument.Of(runtime.Engines, e))],
        };
    }

    private static Dictionary<string, string> RuntimeSettings()
    {
        ThreadPool.GetMinThreads(out var threads, out _);
        return new Dictionary<string, string>
        {
            ["framework"] = RuntimeInformation.FrameworkDescription,
            ["processors"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
            ["garbageCollector"] = GCSettings.IsServerGC ? "server" : "workstation",
            ["concurrentGarbageCollection"] = Switch("System.GC.Concurrent", "true"),
            ["tieredCompilation"] = Switch("System.Runtime.TieredCompilation", "true"),
            ["tieredPgo"] = Switch("System.Runtime.TieredPGO", "true"),
            ["tieredCallCountingDelayMs"] = Switch("System.Runtime.TieredCompilation.CallCountingDelayMs", "100"),
            ["minimumPoolThreads"] = threads.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Switch(string name, string otherwise) => AppContext.GetData(name)?.ToString()?.ToLowerInvariant() ?? otherwise;
}

/// <summary>When the node started.</summary>
/// <param name="Time">UTC.</param>
internal sealed record NodeStart(DateTimeOffset Time);
