namespace EvalFaaS.Cli.Tests;

/// <summary>The script <c>./evalfaas</c>, with stand-ins for everything it would install, build or start.</summary>
public sealed class WrapperTests : IDisposable
{
    private readonly WrapperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_is_valid_shell() => Assert.Equal((0, ""), await _bench.CheckAsync("bash", "-n"));

    [Fact]
    public async Task A_linter_finds_nothing_in_it()
    {
        if (!WrapperBench.Has("shellcheck")) Assert.Skip("shellcheck is not installed.");
        Assert.Equal((0, ""), await _bench.CheckAsync("shellcheck", "--severity=warning"));
    }

    [Fact]
    public async Task Without_NET_it_says_where_to_have_it()
    {
        _bench.Remove("dotnet");

        var (exitCode, errors) = await _bench.RunAsync("engines");

        Assert.Equal(1, exitCode);
        Assert.Contains("the .NET 10 SDK is missing: https://", errors);
    }

    [Fact]
    public async Task It_builds_once_and_again_only_after_a_change()
    {
        await _bench.RunAsync("engines");
        Assert.Single(_bench.Called("dotnet build"));

        await _bench.RunAsync("engines");
        Assert.Single(_bench.Called("dotnet build"));

        _bench.ChangeSource();
        await _bench.RunAsync("engines");
        Assert.Equal(2, _bench.Called("dotnet build").Count());
    }

    [Fact]
    public async Task It_becomes_the_program_with_all_words_and_its_exit_code()
    {
        _bench.ProgramEndsWith(7);

        Assert.Equal(7, (await _bench.RunAsync("module", "run", "a b.wasm", "--x")).ExitCode);
        Assert.EndsWith("evalfaas.dll module run a b.wasm --x", _bench.Called("dotnet /").Single());
    }

    [Fact]
    public async Task A_failed_build_is_shown_and_nothing_is_started()
    {
        _bench.BuildFails("error CS1002: ; expected");

        var (exitCode, errors) = await _bench.RunAsync("engines");

        Assert.Equal(1, exitCode);
        Assert.Contains("error CS1002: ; expected", errors);
        Assert.Contains("the build failed", errors);
        Assert.Empty(_bench.Called("dotnet /"));
    }

    [Fact]
    public async Task Without_a_terminal_and_without_yes_it_names_what_is_missing_installs_nothing_and_goes_on()
    {
        var (exitCode, errors) = await _bench.RunAsync("run", "quickstart");

        Assert.Equal(0, exitCode);
        Assert.Contains("which are not installed: crun", errors);
        Assert.Contains("nothing is installed without a terminal or --yes", errors);
        Assert.Empty(_bench.Called("apt-get"));
        Assert.EndsWith("run quickstart", _bench.Called("dotnet /").Single());
    }

    [Fact]
    public async Task With_yes_it_installs_what_is_missing_unasked()
    {
        var (exitCode, errors) = await _bench.RunAsync("run", "quickstart", "--yes");

        Assert.Equal(0, exitCode);
        Assert.Contains("which are not installed: crun", errors);
        Assert.EndsWith(" crun", _bench.Called("apt-get install").Single());
    }

    [Fact]
    public async Task What_cannot_be_installed_is_left_out_and_it_goes_on()
    {
        _bench.InstallFails();

        var (exitCode, errors) = await _bench.RunAsync("run", "quickstart", "--yes");

        Assert.Equal(0, exitCode);
        Assert.Contains("could not install crun; going on without it", errors);
        Assert.Single(_bench.Called("dotnet /"));
    }

    [Fact]
    public async Task A_yes_that_is_a_guest_s_installs_nothing()
    {
        await _bench.RunAsync("run", "quickstart", "--", "--yes");

        Assert.Empty(_bench.Called("apt-get"));
    }
}
