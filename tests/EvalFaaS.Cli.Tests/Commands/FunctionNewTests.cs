using System.Diagnostics;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>function new</c>: each template is made, built where its compiler is, tested by its own script, deployed and called.</summary>
public sealed class FunctionNewTests(SharedNode shared) : IClassFixture<SharedNode>, IDisposable
{
    private readonly NodeProcess _node = shared.Node;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rust", "reactor")]
    [InlineData("rust", "command")]
    [InlineData("c", "reactor")]
    [InlineData("c", "command")]
    [InlineData("assemblyscript", "reactor")]
    [InlineData("assemblyscript", "command")]
    [InlineData("go", "reactor")]
    [InlineData("go", "command")]
    public async Task A_new_function_builds_passes_its_tests_and_is_served(string language, string contract)
    {
        var name = $"new-{language}-{contract}";
        CliAssert.Succeeded(await NewAsync(name, "--language", language, "--contract", contract));

        var (buildCode, built) = await ScriptAsync(name, "build.sh");
        Assert.SkipWhen(built.Contains("build.sh: this needs", StringComparison.Ordinal), built.Trim());
        Assert.True(buildCode == 0, built);
        var (testCode, tested) = await ScriptAsync(name, "test.sh");
        Assert.True(testCode == 0, tested);
        Assert.EndsWith("passed\n", tested, StringComparison.Ordinal);

        CliAssert.Succeeded(await _node.RunAsync("function", "deploy", name, _folder[$"{name}/{name}.wasm"]));
        Assert.Equal("Hello, Zoë!\n", CliAssert.Succeeded(await _node.RunAsync("function", "invoke", name, "--path", "/Zo%C3%AB")));
    }

    [Fact]
    public async Task A_test_that_fails_says_what_was_answered()
    {
        await NewAsync("wrong", "--language", "c", "--contract", "command");
        await File.WriteAllBytesAsync(_folder["wrong/wrong.wasm"], await File.ReadAllBytesAsync(GuestFile.Prebuilt("counter-wasi"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var (code, said) = await ScriptAsync("wrong", "test.sh");

        Assert.Equal(1, code);
        Assert.Contains("test.sh: / answers '1', not 'Hello, world!'", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_be_made_in_another_directory_and_say_so_as_JSON()
    {
        var json = CliAssert.Json(await NewAsync("elsewhere", "deep/down", "--language", "go", "--json"));

        Assert.Equal(("elsewhere", "go", "reactor", _folder["deep/down"]), ((string?)json["name"], (string?)json["language"], (string?)json["contract"], (string?)json["directory"]));
        Assert.Equal([".gitignore", "README.md", "build.sh", "function.go", "go.mod", "handler.go", "reactor.go", "test.sh"],
            Directory.EnumerateFiles(_folder["deep/down"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Upper", "go", "reactor", "'Upper' is no function name: write 1 to 63 of a-z, 0-9 and '-'")]
    [InlineData("../up", "go", "reactor", "'../up' is no function name")]
    [InlineData("fine", "rst", "reactor", "--language takes rust, c, assemblyscript, go, and 'rst' is none. Did you mean 'rust'?")]
    [InlineData("fine", "go", "component", "--contract takes reactor, command, and 'component' is none.")]
    public async Task What_cannot_be_is_refused_and_nothing_is_made(string name, string language, string contract, string message)
    {
        CliAssert.Refused(CliAssert.Usage, message, await NewAsync(name, "--language", language, "--contract", contract));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_directory_that_is_there_is_left_alone()
    {
        _folder.Write("taken/mine.txt", "mine");

        CliAssert.Refused(CliAssert.Failed, "taken is there already. Name another directory", await NewAsync("taken", "--language", "c"));
        Assert.Equal(["mine.txt"], Directory.EnumerateFiles(_folder["taken"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_language_it_says_that_one_is_needed() =>
        CliAssert.Refused(CliAssert.Usage, "--language", await NewAsync("fine"));

    private Task<CliResult> NewAsync(string name, params string[] more) => Cli.RunAsync(new CliCall(["function", "new", name, .. more]) { Folder = _folder.Path });

    private async Task<(int ExitCode, string Output)> ScriptAsync(string project, string script)
    {
        var start = new ProcessStartInfo(_folder[$"{project}/{script}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["EVALFAAS"] = Path.Combine(AppContext.BaseDirectory, "evalfaas");
        start.Environment["EVALFAAS_NODE"] = _node.Address;
        // A test need not bring the compiler from npm where the library's own is there.
        var asc = Checkout.PathTo("scenarios", "functions", "shells", "assemblyscript", "node_modules", ".bin", "asc");
        if (File.Exists(asc)) start.Environment["ASC"] = asc;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
