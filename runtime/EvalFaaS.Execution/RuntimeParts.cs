using EvalFaaS.Engines;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>The parts of a runtime, put together here and nowhere else.</summary>
internal sealed class RuntimeParts : IDisposable
{
    private readonly DataDirectory _data;
    private readonly GuestThreads _threads;
    private readonly ModuleCache _modules;

    public RuntimeParts(RuntimeOptions options, IReadOnlyList<IEngineProvider> engines, TimeProvider time, ILoggerFactory logging, IFileLayer files, HostImports imports)
    {
        var logger = logging.CreateLogger("EvalFaaS.Execution");
        Options = options;
        Time = time;
        _data = DataDirectory.Hold(options.DataDirectory);
        try
        {
            Engines = new EngineSet(engines, options.Engine with { Time = time });
            Recent = new RecentInvocations(options.RecentInvocations);
            Phases = new PhaseHistograms(Environment.ProcessorCount);
            Meters = new FunctionMeters(options.MeteredFunctions);

            var store = new ContentStore(options.DataDirectory, files, options.MaximumStoreBytes, Counters);
            var fetcher = new ModuleFetcher(options.Sources, options.MaximumModuleBytes, Counters);
            _modules = new ModuleCache(new ModuleLoader(store, Engines, fetcher, imports, Counters, time, logger), Counters, time);
            var events = new KeepEvents(Environment.ProcessorCount);
            Admission = new Admission(options, time);
            Catalogue = new Catalogue(
                new CatalogueStore(options.DataDirectory, store.Files, logger),
                new LiveFunctions(_modules, store, options, Admission, Counters),
                options.RevisionsKept);
            KeepAlive = new KeepAlive(options, events, _modules, Catalogue, time);
            WarmUp = new WarmUp(options.WarmUp, KeepAlive);
            Deployment = new Deployment(options, Engines, fetcher, store, _modules, Catalogue, events, imports, time);
            Forcer = new StartStateForcer(_modules, store, Engines);

            _threads = new GuestThreads(options.GuestThreads == 0 ? GuestThreads.DefaultMaximum : options.GuestThreads);
            Executor = new Executor(_modules, _threads, Running, events, Counters, options.StartedForCall, logger);
            End = new InvocationEnd(Recent, Phases, Meters, Running, events, Counters, logger);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    public RuntimeOptions Options { get; }

    public TimeProvider Time { get; }

    public EngineSet Engines { get; }

    public RecentInvocations Recent { get; }

    public PhaseHistograms Phases { get; }

    public FunctionMeters Meters { get; }

    public RuntimeCounters Counters { get; } = new();

    public RunningInvocations Running { get; } = new();

    public Catalogue Catalogue { get; }

    public Deployment Deployment { get; }

    public StartStateForcer Forcer { get; }

    public KeepAlive KeepAlive { get; }

    public WarmUp WarmUp { get; }

    public Admission Admission { get; }

    public Executor Executor { get; }

    public InvocationEnd End { get; }

    public void Dispose()
    {
        KeepAlive.Dispose();
        _threads.Dispose();
        _modules.Close();
        Engines.Dispose();
        _data.Dispose();
    }
}
