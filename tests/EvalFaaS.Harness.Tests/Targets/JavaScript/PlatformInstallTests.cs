using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.JavaScript;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Targets.JavaScript;

/// <summary>Installing platforms: into the user's cache, as a whole or not at all.</summary>
[Collection(RealTargets.Name)]
public sealed class PlatformInstallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH"), _cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");

    public PlatformInstallTests()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Cache);
        Environment.SetEnvironmentVariable("PATH", $"{_folder.File("bin")}:/usr/bin:/bin");
    }

    private string Cache => _folder.File("cache");

    [Fact]
    public void A_platform_that_is_not_installed_says_how_it_is() =>
        Assert.Matches(@"^deno \d[\d.]+ is not installed: evalfaas targets install deno$", Target.WhyUnavailable());

    [Fact]
    public async Task Without_npm_its_package_is_named()
    {
        Environment.SetEnvironmentVariable("PATH", _folder.File("bin"));

        Assert.Equal("npm is not installed: apt-get install npm", (await Assert.ThrowsAsync<TargetException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task What_npm_said_when_it_failed_is_told_and_nothing_is_left()
    {
        Npm("mkdir node_modules; echo no network >&2; exit 7");

        var failure = await Assert.ThrowsAsync<TargetException>(InstallAsync);

        Assert.Matches(@"^npm could not install deno \d[\d.]+ \(code 7\): no network$", failure.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Cache, "evalfaas", "platforms")));
        Assert.NotNull(Target.WhyUnavailable());
    }

    [Fact]
    public async Task Exactly_what_the_lock_file_names_is_asked_for_and_once()
    {
        Npm("""grep -q '"lockfileVersion"' package-lock.json && mkdir node_modules && echo "$@" > node_modules/asked""");

        await InstallAsync();
        Npm("exit 1");
        await InstallAsync();

        Assert.Null(Target.WhyUnavailable());
        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(Cache, "evalfaas", "platforms")));
        Assert.Equal("ci --ignore-scripts --no-audit --no-fund\n", await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "asked"), TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", _cache);
        _folder.Dispose();
    }

    private static JavaScriptTarget Target => new("deno", "deno");

    private static Task InstallAsync() => Target.Install!(TestContext.Current.CancellationToken);

    private void Npm(string does)
    {
        Directory.CreateDirectory(_folder.File("bin"));
        var npm = Path.Combine(_folder.File("bin"), "npm");
        File.WriteAllText(npm, $"#!/bin/sh\n{does}\n");
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
