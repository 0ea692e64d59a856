using EvalFaaS.Engines;
using EvalFaaS.Engines.Tests;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The prebuilt modules on every engine, through both contracts.</summary>
public sealed class EngineCaseTests(EngineModules modules)
{
    public static TheoryData<string, ContractKind, string> EnginesContractsAndBuilds =>
        [.. from engine in EngineModules.Engines
            from contract in new[] { ContractKind.Reactor, ContractKind.WasiCommand }
            from build in Library.Open.Functions.SelectMany(f => f.Builds)
            select (engine, contract, $"{build.Function.Name}-{build.Language}")];

    public static TheoryData<string> Engines => [.. EngineModules.Engines];

    [Theory]
    [MemberData(nameof(EnginesContractsAndBuilds))]
    public async Task Answers_as_every_case_says(string engine, ContractKind contract, string name)
    {
        var build = Library.Open.Find(name);
        var module = await modules.LoadAsync(engine, build.ModulePath(contract));
        var answers = new List<(FunctionCase Case, Answer Answer)>();
        var limits = new InvocationLimits { Timeout = TimeSpan.FromMinutes(1), MemoryBytes = build.Function.MemoryBytes ?? new InvocationLimits().MemoryBytes };
        foreach (var expected in build.Function.ReadCases())
        {
            using var instance = await InstantiateAsync(module, limits);
            answers.Add((expected, await InvokeAsync(instance, expected.Request, limits)));
        }

        Assert.All(answers, a => CaseAssert.Matches(a.Case.Response, a.Answer));
    }

    public static TheoryData<string, ContractKind, string, string> EnginesContractsAndFaults =>
        [.. from engine in EngineModules.Engines
            from contract in new[] { ContractKind.Reactor, ContractKind.WasiCommand }
            from function in Library.Open.Functions
            from fault in function.ReadFaults()
            select (engine, contract, function.Name, fault.Name)];

    [Theory]
    [MemberData(nameof(EnginesContractsAndFaults))]
    public async Task Ends_as_every_fault_says(string engine, ContractKind contract, string name, string fault)
    {
        var build = Library.Open.Find(name);
        var expected = build.Function.Fault(fault);
        var module = await modules.LoadAsync(engine, build.ModulePath(contract));
        var usual = new InvocationLimits();
        // Only what is to end by its time is short of it: how fast the others end is not looked at.
        var time = expected.Fault == FaultKind.Deadline ? build.Function.Timeout ?? usual.Timeout : TimeSpan.FromMinutes(1);
        var limits = usual with { Timeout = time, MemoryBytes = build.Function.MemoryBytes ?? usual.MemoryBytes, ResponseBytes = build.Function.ResponseBytes ?? usual.ResponseBytes };
        using var instance = await InstantiateAsync(module, limits);
        var invocation = new TestInvocation(expected.Request.Body?.ToBytes() ?? [], new TestRequest(expected.Request.Method, expected.Request.Path, expected.Request.Query, []), limits);

        var outcome = await instance.InvokeAsync(invocation, invocation.Cancellation);

        Assert.Equal(expected.Fault, outcome.Fault?.Kind);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_counter_counts_the_calls_of_its_own_instance_alone(string engine)
    {
        var module = await modules.LoadAsync(engine, Library.Open.Find("counter").ReactorPath);
        using var first = await InstantiateAsync(module);
        using var second = await InstantiateAsync(module);
        Assert.Equal("1\n", await TextAsync(first));
        Assert.Equal("2\n", await TextAsync(first));
        Assert.Equal("1\n", await TextAsync(second));
        Assert.Equal("3\n", await TextAsync(first));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_reused_instance_takes_no_more_memory_from_call_to_call(string engine)
    {
        const int Calls = 100;
        // Room for the module and for a few calls.
        foreach (var (name, caseName, pages) in new[]
        {
            ("echo", "64-kib", 16), ("sha256", "4-kib", 16), ("sha256-assemblyscript", "4-kib", 16), ("json-transform-c", "orders", 16), ("json-transform-rust", "orders", 16),
            ("markdown", "every-kind", 16), ("csv-aggregate", "sales", 16), ("pagerank", "ring", 16), ("template", "invoice", 32), ("gzip", "level-0", 32), ("thumbnail", "grey", 32), ("log-regex", "no-log", 32), ("hello-go", "world", 256),
        })
        {
            var limits = new InvocationLimits { MemoryBytes = pages * 65536 };
            var function = Library.Open.Find(name);
            var request = function.Function.Case(caseName).Request;
            using var instance = await InstantiateAsync(await modules.LoadAsync(engine, function.ReactorPath), limits);
            for (var i = 0; i < Calls; i++) await InvokeAsync(instance, request, limits);
        }
    }

    private static async Task<string> TextAsync(WasmInstance instance) => System.Text.Encoding.UTF8.GetString((await InvokeAsync(instance, new CaseRequest())).Body);

    internal static async Task<WasmInstance> InstantiateAsync(CompiledModule module, InvocationLimits? limits = null) =>
        await module.InstantiateAsync(limits ?? new InvocationLimits(), new InvocationCancellation(TimeProvider.System));

    internal static async Task<Answer> InvokeAsync(WasmInstance instance, CaseRequest request, InvocationLimits? limits = null)
    {
        var head = new TestRequest(request.Method, request.Path, request.Query, [.. request.Headers]);
        var invocation = new TestInvocation(request.Body?.ToBytes() ?? [], head, limits ?? new InvocationLimits { Timeout = TimeSpan.FromMinutes(1) });
        var outcome = await instance.InvokeAsync(invocation, invocation.Cancellation);
        Assert.True(outcome.IsOk, outcome.Fault?.Message);
        var headers = invocation.ResponseHeaders.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        return new Answer(invocation.Status, headers, await invocation.ResponseBytesAsync());
    }
}
