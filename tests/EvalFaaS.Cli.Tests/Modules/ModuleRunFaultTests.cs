using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>How the program ends when its guest does not end well, on every engine.</summary>
public sealed class ModuleRunFaultTests : IDisposable
{
    private const int TimedOut = 124;
    private const int Trapped = 134;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Engines => ModuleRunTests.Engines;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Engines))]
    public Task A_trap_ends_with_134_and_its_name(string engine) => EndsAsync(Trapped, "unreachable", engine, CommandGuests.Trap);

    [Theory, MemberData(nameof(Engines))]
    public Task Another_trap_has_another_name(string engine) => EndsAsync(Trapped, "divi", engine, CommandGuests.Division);

    [Theory, MemberData(nameof(Engines))]
    public Task Endless_recursion_ends_with_134(string engine) => EndsAsync(Trapped, "used up its stack", engine, CommandGuests.Recursion);

    [Theory, MemberData(nameof(Engines))]
    public Task A_guest_that_does_not_end_in_time_ends_with_124(string engine) => EndsAsync(TimedOut, "timeout", engine, CommandGuests.Loop, "--timeout", "100ms");

    [Theory, MemberData(nameof(Engines))]
    public Task Growing_beyond_the_memory_limit_ends_with_134(string engine) => EndsAsync(Trapped, "more memory than its limit", engine, CommandGuests.MemoryBomb, "--memory", "2MiB");

    [Theory, MemberData(nameof(Engines))]
    public Task Beginning_beyond_the_memory_limit_ends_with_134(string engine) => EndsAsync(Trapped, "Raise", engine, CommandGuests.Large, "--memory", "2MiB");

    [Fact]
    public async Task Without_a_limit_there_is_none() => CliAssert.Succeeded(await Cli.RunAsync("module", "run", _folder.Guest(CommandGuests.Large)));

    [Theory]
    [InlineData("--timeout", "soon", "'soon' is no duration; write for example 500ms or 2s.")]
    [InlineData("--timeout", "0s", "'0s' is no duration")]
    [InlineData("--timeout", "99999999999999999999s", "is too long; a time limit is at most 1000h.")]
    [InlineData("--memory", "12Q", "'12Q' is no amount of memory; write for example 64MiB.")]
    [InlineData("--memory", "99999999999GiB", "is no amount of memory")]
    [InlineData("--engine", "wasmtim", "There is no engine 'wasmtim'. Did you mean 'wasmtime'?")]
    public async Task A_limit_that_cannot_be_meant_is_usage(string option, string value, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync("module", "run", option, value, _folder.Guest(CommandGuests.Nothing)));

    private async Task EndsAsync(int exitCode, string message, string engine, string guest, params string[] options)
    {
        CliEngines.SkipIfAbsent(engine);
        CliAssert.Refused(exitCode, message, await Cli.RunAsync(["module", "run", "--engine", engine, .. options, _folder.Guest(guest)]));
    }
}
