using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;

namespace EvalFaaS.Node.Metrics;

/// <summary>All that the node tells Prometheus.</summary>
internal sealed class NodeMetrics(FunctionRuntime runtime, RequestCounters requests)
{
    /// <summary>The metrics as they are now, in the text format.</summary>
    public string Write()
    {
        var text = new PrometheusText();
        Requests(text);
        Functions(text);
        PhaseMetrics.Write(text, runtime.Phases);
        Counters(text, runtime.Counters);
        Gauges(text);
        ProcessMetrics.Write(text);
        return text.ToString();
    }

    private void Requests(PrometheusText text)
    {
        const string name = "evalfaas_requests_total";
        text.Family(name, "counter", "Requests to functions by outcome.");
        var counts = runtime.FunctionCounts();
        text.Sample(name, counts.Sum(c => c.Invocations - c.Faults), "outcome", "ok");
        foreach (var kind in Enum.GetValues<FaultKind>()) text.Sample(name, requests.Read(kind), "outcome", WireName<FaultKind>.Of(kind));
    }

    private void Functions(PrometheusText text)
    {
        var counts = runtime.FunctionCounts();
        text.Family("evalfaas_function_invocations_total", "counter", "Invocations of a function; functions beyond the configured number share the name other.");
        foreach (var count in counts) text.Sample("evalfaas_function_invocations_total", count.Invocations, "function", count.Function);
        text.Family("evalfaas_function_faults_total", "counter", "Invocations of a function that ended with a fault.");
        foreach (var count in counts) text.Sample("evalfaas_function_faults_total", count.Faults, "function", count.Function);
    }

    private static void Counters(PrometheusText text, RuntimeCounters counters)
    {
        Counter("evalfaas_module_fetches_total", "Modules brought here from their source.", counters.Fetches);
        Counter("evalfaas_module_compiles_total", "Modules compiled.", counters.Compiles);
        Counter("evalfaas_module_loads_total", "Modules mapped from disk.", counters.Loads);
        Counter("evalfaas_module_unmaps_total", "Modules unmapped.", counters.Unmaps);
        Counter("evalfaas_instances_made_total", "Instances made.", counters.InstancesMade);
        Counter("evalfaas_instances_reused_total", "Invocations that took an instance used before.", counters.InstancesReused);
        Counter("evalfaas_instances_discarded_total", "Instances thrown away.", counters.InstancesDiscarded);
        Counter("evalfaas_store_evictions_total", "Files put out of the store to keep its bound.", counters.Evictions);
        Counter("evalfaas_store_corruptions_total", "Stored files found damaged.", counters.Corruptions);
        Counter("evalfaas_workers_lost_total", "Invocations that ended because their worker process died.", counters.WorkersLost);

        void Counter(string name, string help, long value) => text.Family(name, "counter", help).Sample(name, value);
    }

    private void Gauges(PrometheusText text)
    {
        var functions = runtime.List(null);
        var mappings = runtime.Options.Engine.Mappings;
        Gauge("evalfaas_functions", "Functions deployed.", functions.Count);
        Gauge("evalfaas_invocations_running", "Invocations that run now.", functions.Sum(f => f.Running));
        Gauge("evalfaas_invocations_waiting", "Invocations that wait for admission now.", functions.Sum(f => f.Waiting));
        Gauge("evalfaas_mappings_used", "Memory mappings reserved by instance pools and mapped modules.", mappings.Used);
        Gauge("evalfaas_mappings_budget", "Memory mappings that may be reserved.", mappings.Total);
        Gauge("evalfaas_draining", "1 while the node drains.", runtime.Draining ? 1 : 0);

        void Gauge(string name, string help, double value) => text.Family(name, "gauge", help).Sample(name, value);
    }
}
