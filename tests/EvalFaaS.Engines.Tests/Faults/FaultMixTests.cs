using System.Collections.Concurrent;
using System.Globalization;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>Ten thousand invocations on several threads, good ones and faults in a random order: each ends as it must, and no other notices.</summary>
public sealed class FaultMixTests(EngineLab lab)
{
    private const int Invocations = 10_000;
    private const int Threads = 4;
    private const int Seed = 20_261_125;

    // Endless loops hold their thread until their deadline, and recursion fills a stack: they are rarer than the rest.
    private const int SlowInterval = 50;

    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Faults_stay_with_their_invocations(string name)
    {
        var engine = lab.Engine(name);
        var cases = FaultCase.All.Where(c => c.Applies?.Invoke(engine.Description.Capabilities) ?? true).ToList();
        using var echo = await lab.LoadAsync(name, Guests.Echo);
        var modules = new Dictionary<FaultCase, CompiledModule>();
        foreach (var fault in cases) modules[fault] = await lab.LoadAsync(name, fault.Wat);
        var mix = new Mix(lab, engine, echo, modules);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(t => Task.Factory.StartNew(
            () => mix.RunAsync(new Random(Seed + t), Invocations / Threads), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        foreach (var module in modules.Values) module.Dispose();
        Assert.Empty(mix.Wrong);
        Assert.Equal(Invocations, mix.Good + mix.Faults);
        Assert.True(mix.Good > Invocations / 3, $"{mix.Good} good calls");
    }

    private sealed class Mix(EngineLab lab, IWasmEngine engine, CompiledModule echo, Dictionary<FaultCase, CompiledModule> modules)
    {
        private readonly FaultCase[] _quick = [.. modules.Keys.Where(c => !c.Slow)];
        private readonly FaultCase[] _slow = [.. modules.Keys.Where(c => c.Slow)];
        private readonly ModuleFile _invalid = lab.File(Wat.Bytes(Guests.Reactor("(i32.const 1)")));
        private readonly byte[] _whole = Wat.Bytes(Guests.Echo);
        private int _good;
        private int _faults;

        public ConcurrentQueue<string> Wrong { get; } = new();

        public int Good => _good;

        public int Faults => _faults;

        public async Task RunAsync(Random random, int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (i % SlowInterval == 0 && _slow.Length > 0) await FaultAsync(_slow[random.Next(_slow.Length)]);
                else if (i % SlowInterval == 1) await MalformedAsync(random);
                else if (random.Next(2) == 0) await GoodAsync(random);
                else await FaultAsync(_quick[random.Next(_quick.Length)]);
            }
        }

        private async Task GoodAsync(Random random)
        {
            var body = random.NextInt64().ToString(CultureInfo.InvariantCulture) + new string('.', random.Next(3_000));
            var invocation = new TestInvocation(body, limits: FaultCase.Limits);
            var outcome = await EngineLab.InvokeAsync(echo, invocation);
            if (outcome.Fault is { } fault) Wrong.Enqueue($"a good call ended with {fault}");
            else if (await invocation.ResponseTextAsync() != body) Wrong.Enqueue("a good call had another's answer");
            Interlocked.Increment(ref _good);
        }

        private async Task FaultAsync(FaultCase @case)
        {
            var outcome = await EngineLab.InvokeAsync(modules[@case], new TestInvocation("x", limits: @case.CallLimits));
            if (outcome.Fault?.Kind != @case.Expected) Wrong.Enqueue($"{@case.Name} ended with {outcome.Fault?.ToString() ?? "a good answer"}");
            Interlocked.Increment(ref _faults);
        }

        private async Task MalformedAsync(Random random)
        {
            try
            {
                var file = random.Next(2) == 0 ? _invalid : lab.File(_whole[..(_whole.Length - 1 - random.Next(20))]);
                using var module = await lab.LoadAsync(engine, file);
                Wrong.Enqueue("a malformed module was loaded");
            }
            catch (FaultException e)
            {
                if (e.Fault.Kind != FaultKind.ModuleMalformed) Wrong.Enqueue($"a malformed module ended with {e.Fault}");
            }

            Interlocked.Increment(ref _faults);
        }
    }
}
