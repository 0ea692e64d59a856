using System.Diagnostics;

namespace EvalFaaS.Node.Metrics;

/// <summary>The process and the .NET runtime, under the names that Prometheus's client libraries use.</summary>
internal static class ProcessMetrics
{
    public static void Write(PrometheusText text)
    {
        using var process = Process.GetCurrentProcess();
        text.Family("process_cpu_seconds_total", "counter", "User and system CPU time.").Sample("process_cpu_seconds_total", process.TotalProcessorTime.TotalSeconds);
        text.Family("process_resident_memory_bytes", "gauge", "Resident memory.").Sample("process_resident_memory_bytes", process.WorkingSet64);
        text.Family("process_virtual_memory_bytes", "gauge", "Virtual memory.").Sample("process_virtual_memory_bytes", process.VirtualMemorySize64);
        text.Family("process_threads", "gauge", "Threads.").Sample("process_threads", process.Threads.Count);
        text.Family("dotnet_heap_bytes", "gauge", "Managed memory in use.").Sample("dotnet_heap_bytes", GC.GetTotalMemory(forceFullCollection: false));
        text.Family("dotnet_allocated_bytes_total", "counter", "Managed memory allocated since the start.").Sample("dotnet_allocated_bytes_total", GC.GetTotalAllocatedBytes());
        text.Family("dotnet_collections_total", "counter", "Garbage collections by generation.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            text.Sample("dotnet_collections_total", GC.CollectionCount(generation), "generation", $"{generation}");
        text.Family("dotnet_gc_pause_seconds_total", "counter", "Time in which garbage collections held the process.").Sample("dotnet_gc_pause_seconds_total", GC.GetTotalPauseDuration().TotalSeconds);
        text.Family("dotnet_pool_threads", "gauge", "Threads of the pool.").Sample("dotnet_pool_threads", ThreadPool.ThreadCount);
        text.Family("dotnet_pool_queued", "gauge", "Work that waits for a thread of the pool.").Sample("dotnet_pool_queued", ThreadPool.PendingWorkItemCount);
    }
}
