using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>WasmEdge in this process, interpreting or running ahead-of-time code.</summary>
internal sealed class WasmEdgeEngine : IWasmEngine
{
    /// <summary>How faults name it.</summary>
    public const string Component = "engine/wasmedge";

    private readonly WasmEdgeConfiguration _configuration;
    private readonly InstanceSlots _slots;
    private readonly Watchdog _watchdog;
    private readonly FaultHandling? _faults;

    /// <summary>Makes it; the library must be there and of a version that is known here.</summary>
    public WasmEdgeEngine(string name, EngineOptions options, bool aheadOfTime)
    {
        Library.LogOff();
        _configuration = new WasmEdgeConfiguration(options, aheadOfTime);
        _slots = new InstanceSlots(options);
        _watchdog = new Watchdog(options.Tick);
        _faults = aheadOfTime ? new FaultHandling(_configuration) : null;
        Description = WasmEdgeDescription.Of(name, _configuration, _slots.Total);
    }

    /// <inheritdoc/>
    public EngineDescription Description { get; }

    /// <inheritdoc/>
    public ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation)
    {
        if (!_configuration.AheadOfTime) throw new FaultException(FaultKind.Internal, Component, "The interpreter makes no ahead-of-time code.");
        ModuleChecks.Proposals(module.Interface, _configuration.Features);
        // The compiler cannot be stopped once it runs; on a thread of its own it holds up nobody who gave up waiting.
        return new ValueTask(Task.Factory.StartNew(
            () => AheadOfTimeCompiler.Compile(ModuleLoader.Guarded(ReadModule(module), _configuration), codePath, _configuration),
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(cancellation));
    }

    /// <inheritdoc/>
    public ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ModuleChecks.Proposals(module.Interface, _configuration.Features);
        ModuleChecks.Imports(module.Interface, imports);
        var guest = new GuestModule(module);
        var ast = _configuration.AheadOfTime
            ? ModuleLoader.FromSharedObject(codePath ?? throw new FaultException(FaultKind.Internal, Component, "Ahead-of-time code was not given."), _configuration.Handle)
            : ModuleLoader.FromBytes(ModuleLoader.Guarded(ReadModule(module), _configuration), _configuration.Handle);
        return new ValueTask<CompiledModule>(new WasmEdgeModule(guest, ast, new ImportTable(module.Interface, imports), _configuration, _watchdog, _slots));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _faults?.Dispose();
        _watchdog.Dispose();
        _slots.Dispose();
        _configuration.Dispose();
    }

    private static byte[] ReadModule(ModuleFile module)
    {
        try
        {
            return File.ReadAllBytes(module.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, Component, $"'{module.Path}' cannot be read: {e.Message}", inner: e);
        }
    }
}
