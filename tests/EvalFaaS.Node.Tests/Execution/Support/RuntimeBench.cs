using EvalFaaS.Engines;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Execution.Tests;

/// <summary>A runtime on a temporary directory with a fake engine and a clock that stands still.</summary>
internal sealed class RuntimeBench : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public FakeEngineProvider Engine { get; init; } = new();

    public FakeTimeProvider Time { get; } = new();

    public IFileLayer Files { get; set; } = new DiskFileLayer();

    public string Data => _directory.Path;

    public RuntimeOptions Options { get; set; } = new() { DataDirectory = "", DefaultEngine = "fake" };

    public FunctionRuntime Runtime { get; private set; } = null!;

    public static Task<RuntimeBench> StartAsync(Func<RuntimeOptions, RuntimeOptions>? options = null, FakeEngineProvider? engine = null)
    {
        var bench = new RuntimeBench { Engine = engine ?? new FakeEngineProvider() };
        // Guests run on the caller's thread unless a test is about threads.
        bench.Options = bench.Options with { DataDirectory = bench.Data, GuestThreadThreshold = TimeSpan.MaxValue };
        bench.Options = options?.Invoke(bench.Options) ?? bench.Options;
        bench.Open();
        return Task.FromResult(bench);
    }

    public void Open() => Runtime = FunctionRuntime.Open(Options, [Engine], Time, NullLoggerFactory.Instance, Files, StandardImports.All);

    public async Task ReopenAsync()
    {
        await Runtime.DisposeAsync();
        Open();
    }

    public async Task<DeployedFunction> DeployAsync(string name = "hello", Func<DeployRequest, DeployRequest>? with = null, int salt = 0)
    {
        var request = new DeployRequest { Function = FunctionName.Parse(name), Bytes = TestModules.Reactor(salt) };
        await Runtime.DeployAsync(with?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
        return Find(name);
    }

    public DeployedFunction Find(string name)
    {
        var function = FunctionName.Parse(name);
        return Runtime.Find(function.Namespace, function.Name) ?? throw new InvalidOperationException($"{name} is not deployed.");
    }

    public FakeCall Begin(DeployedFunction function, Action<FakeContext>? with = null) => new(this, function, with);

    /// <summary>One whole invocation.</summary>
    public async Task<FakeCall> CallAsync(DeployedFunction function, Action<FakeContext>? with = null)
    {
        var call = Begin(function, with);
        await call.Outcome;
        call.Complete();
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        _directory.Dispose();
    }
}

/// <summary>An invocation under way.</summary>
internal sealed class FakeCall
{
    private readonly RuntimeBench _bench;

    public FakeCall(RuntimeBench bench, DeployedFunction function, Action<FakeContext>? with)
    {
        _bench = bench;
        Context = new FakeContext(function, bench.Time);
        with?.Invoke(Context);
        Context.Ledger.Start();
        Invocation = bench.Runtime.NewInvocation();
        Invocation.Begin(function, Context);
        Outcome = bench.Runtime.InvokeAsync(Invocation).AsTask();
    }

    public FakeContext Context { get; }

    public Invocation Invocation { get; }

    public Task<Outcome> Outcome { get; }

    public InvocationLedger Ledger => Context.Ledger;

    public void Complete()
    {
        _bench.Runtime.Complete(Invocation);
        Invocation.Dispose();
    }
}
