using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>--dir HOST[::GUEST][:ro]</c>.</summary>
public sealed class DirectoryTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DirectoryTextTests() => _folder.Write("shown/there", "text");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 0)]
    [InlineData(":ro", 0)]
    [InlineData("::/data", 0)]
    [InlineData("::/data:ro", 0)]
    public async Task The_guest_reads_a_directory_that_is_granted(string suffix, int error) => Assert.Equal(error, await ExitCodeAsync(CommandGuests.Read("there"), suffix));

    [Theory]
    [InlineData("")]
    [InlineData("::/data")]
    public async Task The_guest_writes_into_a_directory(string suffix)
    {
        Assert.Equal(0, await ExitCodeAsync(CommandGuests.Create("made"), suffix));

        Assert.True(File.Exists(_folder["shown/made"]));
    }

    [Theory]
    [InlineData(":ro")]
    [InlineData("::/data:ro")]
    public async Task Nothing_is_written_into_a_read_only_directory(string suffix)
    {
        Assert.NotEqual(0, await ExitCodeAsync(CommandGuests.Create("made"), suffix));

        Assert.Equal(["there"], Directory.EnumerateFileSystemEntries(_folder["shown"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_above_the_directory_is_seen()
    {
        _folder.Write("secret", "text");

        Assert.NotEqual(0, await ExitCodeAsync(CommandGuests.Read("../secret"), ""));
    }

    [Fact]
    public async Task Without_the_option_there_is_no_directory() =>
        Assert.NotEqual(0, (await Cli.RunAsync("module", "run", _folder.Guest(CommandGuests.Read("there")))).ExitCode);

    [Theory]
    [InlineData("shown", "shown")]
    [InlineData("shown:ro", "shown")]
    [InlineData("shown::/data", "/data")]
    [InlineData("shown::/data:ro", "/data")]
    public async Task The_guest_knows_it_under_the_name_given(string text, string name)
    {
        var call = new CliCall("module", "run", "--dir", text, _folder.Guest(CommandGuests.DirectoryName(name))) { Folder = _folder.Path };

        Assert.Equal(name, CliAssert.Succeeded(await Cli.RunAsync(call)));
    }

    [Theory]
    [InlineData("gone", "there is no directory 'gone'.")]
    [InlineData("shown/there", "there is no directory 'shown/there'.")]
    [InlineData("shown:rw", "there is no directory 'shown:rw'.")]
    [InlineData("", "--dir takes HOST[::GUEST][:ro], and '' lacks a path.")]
    [InlineData(":ro", "--dir takes HOST[::GUEST][:ro], and ':ro' lacks a path.")]
    [InlineData("::/data", "--dir takes HOST[::GUEST][:ro], and '::/data' lacks a path.")]
    [InlineData("shown::", "--dir takes HOST[::GUEST][:ro], and 'shown::' lacks a path.")]
    public async Task What_names_no_directory_is_usage(string text, string message)
    {
        var call = new CliCall("module", "run", "--dir", text, _folder.Guest(CommandGuests.Nothing)) { Folder = _folder.Path };

        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(call));
    }

    private async Task<int> ExitCodeAsync(string guest, string suffix) =>
        (await Cli.RunAsync("module", "run", "--dir", _folder["shown"] + suffix, _folder.Guest(guest))).ExitCode;
}
