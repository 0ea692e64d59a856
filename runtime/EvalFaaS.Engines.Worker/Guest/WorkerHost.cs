using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>The worker's main loop: greets, then does what the parent's frames ask, one after the other, until the parent is gone.</summary>
internal sealed class WorkerHost(DataChannel channel, CancelInbox inbox, IReadOnlyList<IEngineProvider> engines, HostImports standard, TimeProvider time)
{
    /// <summary>Runs on this thread, which also runs the guests.</summary>
    public void Run()
    {
        try
        {
            if (Greet() is not { } engine) return;
            using (engine) Serve(engine);
        }
        catch (ChannelClosedException)
        {
            // The parent is gone or has given this worker up.
        }
    }

    private IWasmEngine? Greet()
    {
        if (channel.Read(out var kind, out var payload) != ReadStatus.Frame || kind != FrameKind.Hello) return null;
        var hello = Hello.Read(payload);
        var (engine, fault) = hello.Version == WorkerProtocol.Version ? Create(hello) : (null, null);
        new Welcome(WorkerProtocol.Version, fault, engine?.Description).Write(channel.Writer);
        channel.Flush();
        return engine;
    }

    private (IWasmEngine? Engine, InvocationFault? Fault) Create(Hello hello)
    {
        var provider = engines.FirstOrDefault(e => e.Name == hello.Engine);
        if (provider is null) return (null, new InvocationFault(FaultKind.EngineUnavailable, "worker", $"The worker knows no engine '{hello.Engine}'. It knows {string.Join(", ", engines.Select(e => e.Name))}."));
        IWasmEngine? engine = null;
        var fault = Faulting.Run(() => engine = provider.Create(hello.Options with { Time = time }));
        return (engine, fault);
    }

    private void Serve(IWasmEngine engine)
    {
        using var modules = new ModuleTable(engine, standard);
        using var instances = new InstanceTable();
        using var signal = new WaitSignal();
        var runner = new InvocationRunner(channel, inbox, new GuestContext(channel, signal, inbox, time), modules, instances);
        while (channel.Read(out var kind, out var payload) == ReadStatus.Frame)
        {
            switch (kind)
            {
                case FrameKind.Invoke: runner.Run(payload); break;
                case FrameKind.Environment: runner.Define(Surroundings.Read(payload)); break;
                case FrameKind.Forget: runner.Forget(Key(payload)); break;
                case FrameKind.Drop: instances.Drop(new MessageReader(payload).Int64()); break;
                case FrameKind.Module: modules.Define(ModuleDefinition.Read(payload)); break;
                case FrameKind.Unload: modules.Unload(Key(payload)); break;
                case FrameKind.Load: Load(modules, Key(payload)); break;
                case FrameKind.Prefetch: Prefetch(modules, Key(payload)); break;
                case FrameKind.Compile: Compile(engine, payload); break;
                case FrameKind.Settle: Done(null); break;
                case FrameKind.Body: break; // asked for by an invocation that ended before it came
                default: throw new ProtocolException($"A frame of kind {kind} is not for a worker.");
            }
        }
    }

    private void Load(ModuleTable modules, int key) => Done(Faulting.Run(() => modules.Load(key)));

    // Whoever calls it will meet the fault and report it.
    private static void Prefetch(ModuleTable modules, int key) => Faulting.Run(() => modules.Load(key));

    private void Compile(IWasmEngine engine, ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var module = ModuleCodec.Read(ref reader);
        var path = reader.Text();
        Done(Faulting.Run(() => engine.CompileAsync(module, path, CancellationToken.None).AsTask().GetAwaiter().GetResult()));
    }

    private void Done(InvocationFault? fault)
    {
        channel.Writer.Begin(FrameKind.Done);
        FaultCodec.Write(channel.Writer, fault);
        channel.Writer.End();
        channel.Flush();
    }

    private static int Key(ReadOnlySpan<byte> payload) => new MessageReader(payload).Int32();
}
