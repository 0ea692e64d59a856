using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>A WASI command in this terminal: streams, arguments, environment, exit codes.</summary>
public sealed class ModuleRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Engines => ["wasmtime", "wasmtime-worker", "wasmedge", "wasmedge-interp"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Engines))]
    public async Task Stdout_stderr_and_the_exit_code_are_the_guest_s(string engine)
    {
        CliEngines.SkipIfAbsent(engine);

        var result = await Cli.RunAsync("module", "run", "--engine", engine, _folder.Guest(CommandGuests.Speak));

        Assert.Equal((42, "out\n", "err\n"), (result.ExitCode, result.Output, result.Errors));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Stdin_reaches_the_guest_byte_for_byte(string engine)
    {
        CliEngines.SkipIfAbsent(engine);
        var input = new byte[200_000];
        new Random(7).NextBytes(input);

        var result = await Cli.RunAsync(new CliCall("module", "run", "--engine", engine, _folder.Guest(CommandGuests.Echo)) { Input = input });

        CliAssert.Succeeded(result);
        Assert.Equal(input, result.Bytes);
    }

    [Fact]
    public async Task What_the_guest_writes_is_seen_while_its_input_goes_on()
    {
        await using var process = CliProcess.Start(new CliCall("module", "run", _folder.Guest(CommandGuests.Echo)));
        foreach (var line in (string[])["first\n", "second\n"])
        {
            await process.Input.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line), TestContext.Current.CancellationToken);
            await process.Input.FlushAsync(TestContext.Current.CancellationToken);
            await process.Output.WaitForAsync(line, TestContext.Current.CancellationToken);
        }

        process.Input.Close();

        Assert.Equal("first\nsecond\n", CliAssert.Succeeded(await process.EndAsync()));
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("--engine wasmedge --bogus -x --help --timeout")]
    [InlineData("-- --dir . -- @file")]
    public async Task Whatever_stands_behind_the_file_is_the_guest_s(string arguments)
    {
        var file = _folder.Guest(CommandGuests.Arguments);

        var seen = CliAssert.Succeeded(await Cli.RunAsync(["module", "run", "--timeout", "60s", "--dir=.", file, .. arguments.Split(' ')]));

        Assert.Equal([file, .. arguments.Split(' ')], seen.TrimEnd('\0').Split('\0'));
    }

    [Fact]
    public async Task A_file_whose_name_looks_like_an_option_stands_behind_two_dashes()
    {
        File.Copy(_folder.Guest(CommandGuests.Arguments), _folder["-odd.wasm"]);

        var seen = CliAssert.Succeeded(await Cli.RunAsync(new CliCall("module", "run", "--", "-odd.wasm", "-a") { Folder = _folder.Path }));

        Assert.Equal("-odd.wasm\0-a\0", seen);
    }

    [Fact]
    public async Task The_guest_sees_the_variables_given_and_none_else()
    {
        var seen = CliAssert.Succeeded(await Cli.RunAsync("module", "run", "--env", "A=1", "--env", "B=x=y z", "--env", "EMPTY=", _folder.Guest(CommandGuests.Variables)));

        Assert.Equal("A=1\0B=x=y z\0EMPTY=\0", seen);
    }

    [Theory]
    [InlineData("NOTHING")]
    [InlineData("=value")]
    [InlineData("")]
    public async Task A_malformed_variable_is_usage(string variable) =>
        CliAssert.Refused(CliAssert.Usage, "--env takes KEY=VALUE", await Cli.RunAsync("module", "run", "--env", variable, _folder.Guest(CommandGuests.Nothing)));

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_guest_that_runs_is_ended_by_a_signal_and_leaves_nothing_behind(string signal)
    {
        await using var process = CliProcess.Start(new CliCall("module", "run", _folder.Guest(CommandGuests.Begun)) { Variables = new Dictionary<string, string> { ["TMPDIR"] = _folder.Make("tmp") } });
        await process.Output.WaitForAsync("begun", TestContext.Current.CancellationToken);

        await process.SignalAsync(signal);

        Assert.Equal(130, (await process.EndAsync()).ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder["tmp"]), e => Path.GetFileName(e).StartsWith("evalfaas", StringComparison.Ordinal));
    }
}
