using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class ModuleTableTests : IDisposable
{
    private readonly CountingEngine _engine = new();
    private readonly ModuleTable _table;
    private readonly ModuleFile _file = ModuleFile.Open(ModuleAssets.PathOf("reactor"));

    public ModuleTableTests() => _table = new ModuleTable(_engine, StandardImports.All);

    [Fact]
    public void A_module_is_loaded_once()
    {
        Define(1);
        Assert.Same(_table.Load(1), _table.Load(1));
        Assert.Equal(1, _engine.Loads);
    }

    [Fact]
    public void Beyond_the_bound_the_one_unused_for_longest_is_unloaded_and_loaded_again_when_asked_for()
    {
        for (var key = 0; key < ModuleTable.MaximumLoaded; key++)
        {
            Define(key);
            _table.Load(key);
        }

        _table.Load(0);
        Define(1000);
        _table.Load(1000);
        Assert.True(_table.IsLoaded(0));
        Assert.False(_table.IsLoaded(1));
        Assert.Equal(1, _engine.Unloads);
        _table.Load(1);
        Assert.True(_table.IsLoaded(1));
    }

    [Fact]
    public void A_module_with_an_instance_is_unloaded_with_its_last_one()
    {
        Define(1);
        var module = _table.Load(1);
        module.AddInstance();
        _table.Unload(1);
        Assert.Equal(0, _engine.Unloads);
        module.RemoveInstance();
        Assert.Equal(1, _engine.Unloads);
    }

    [Fact]
    public void A_module_that_was_never_told_is_a_breach() =>
        Assert.Throws<ProtocolException>(() => _table.Load(7));

    public void Dispose() => _table.Dispose();

    private void Define(int key) => _table.Define(new ModuleDefinition(key, _file, null, []));

    private sealed class CountingEngine : IWasmEngine
    {
        public int Loads { get; private set; }

        public int Unloads { get; private set; }

        public EngineDescription Description => throw new NotSupportedException();

        public ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation)
        {
            Loads++;
            return new ValueTask<CompiledModule>(new Loaded(this, module));
        }

        public void Dispose()
        {
        }

        private sealed class Loaded(CountingEngine engine, ModuleFile module) : CompiledModule
        {
            public override ModuleFile Module => module;

            public override ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation) => throw new NotSupportedException();

            public override void Dispose() => engine.Unloads++;
        }
    }
}
