using System.Globalization;

namespace EvalFaaS.Engines.Worker;

/// <summary>What an engine is once it runs in workers: the inner one, contained by a process.</summary>
internal static class WorkerDescription
{
    public static EngineDescription Of(string name, EngineDescription inner, PoolSize size) => inner with
    {
        Name = name,
        // Whatever a guest does to its process, this one goes on.
        Capabilities = inner.Capabilities with { InProcessSafe = true },
        Settings =
        [
            .. inner.Settings,
            new EngineSetting("boundary", "worker process", "set"),
            new EngineSetting("workers", string.Create(CultureInfo.InvariantCulture, $"{size.Ready} ready and a spare, at most {size.Most}"), "set"),
        ],
    };
}
