using System.Globalization;
using EvalFaaS.Engines;
using EvalFaaS.Engines.Tests;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>What the functions' pages say, against what is so.</summary>
public sealed class FunctionPageTests(EngineModules modules)
{
    private static readonly IReadOnlyDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["c"] = "C", ["rust"] = "Rust", ["assemblyscript"] = "AssemblyScript", ["go"] = "Go",
    };

    public static TheoryData<string> Functions => [.. Library.Open.Functions.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_page_has_the_sizes_and_the_memory_of_each_build(string name)
    {
        var function = Library.Open.Find(name).Function;
        var rows = new List<string>();
        foreach (var build in function.Builds) rows.Add(await RowAsync(build));
        var table = $"""
            | build | language | reactor, bytes | command, bytes | memory of an instance | after `{function.DefaultCaseName}` |
            |---|---|--:|--:|--:|--:|
            {string.Join('\n', rows)}

            """;
        var page = await File.ReadAllTextAsync(Path.Combine(function.Folder, "README.md"), TestContext.Current.CancellationToken);
        Assert.True(page.EndsWith($"\n\n{table}", StringComparison.Ordinal), $"The page of {name} must end with this table, as it is now:\n\n{table}");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_page_and_the_overview_name_every_language(string name)
    {
        var function = Library.Open.Find(name).Function;
        var languages = string.Join(", ", function.Builds.Select(b => Languages[b.Language]));
        Assert.Contains($"| [{name}](../scenarios/functions/{name}/README.md) | {languages} |", File.ReadAllText(Checkout.PathTo("docs", "functions.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_page_names_what_the_function_imports_as_a_reactor(string name)
    {
        var function = Library.Open.Find(name).Function;
        var page = File.ReadAllText(Path.Combine(function.Folder, "README.md"));
        foreach (var import in function.Builds.SelectMany(b => ModuleInspector.Inspect(File.ReadAllBytes(b.ReactorPath)).Imports).Where(i => i.Module == "evalfaas"))
            Assert.Contains($"`{import.Name}`", page, StringComparison.Ordinal);
    }

    private async Task<string> RowAsync(FunctionBuild build)
    {
        var limits = new InvocationLimits { Timeout = TimeSpan.FromMinutes(1), MemoryBytes = build.Function.MemoryBytes ?? new InvocationLimits().MemoryBytes };
        var module = await modules.LoadAsync("wasmtime", build.ReactorPath);
        using var instance = await module.InstantiateAsync(limits, new InvocationCancellation(TimeProvider.System));
        var before = Memory(instance);
        var request = build.Function.DefaultCase.Request;
        var invocation = new TestInvocation(request.Body?.ToBytes() ?? [], new TestRequest(request.Method, request.Path, request.Query, [.. request.Headers]), limits);
        Assert.True((await instance.InvokeAsync(invocation, invocation.Cancellation)).IsOk);
        return FormattableString.Invariant($"| `{build.Name}` | {Languages[build.Language]} | {Size(build.ReactorPath)} | {Size(build.CommandPath)} | {before} | {Memory(instance)} |");
    }

    private static string Memory(WasmInstance instance) => FormattableString.Invariant($"{((CoreInstance)instance).Memory.Length >> 10:N0} KiB");

    private static string Size(string path) => new FileInfo(path).Length.ToString("N0", CultureInfo.InvariantCulture);
}
