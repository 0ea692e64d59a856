using EvalFaaS.Harness.Tests.Reports;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>A real browser, started with the first test that needs one; such tests are skipped where none is installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // No sandbox, since the tests may run as root; nothing in the background, so that every request is the page's.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private Lazy<Task<IBrowser>>? _browser;
    private IPlaywright? _playwright;

    /// <summary>A page of this size in its own context.</summary>
    public async Task<IPage> PageAsync(int width, int height, bool dark = false)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').SelectMany(folder => Names.Select(n => Path.Combine(folder, n))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "No browser is installed (Debian: chromium).");
        LazyInitializer.EnsureInitialized(ref _browser, () => new Lazy<Task<IBrowser>>(() => LaunchAsync(program!)));
        var browser = await _browser.Value;
        return await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _browser.Value).DisposeAsync();
        _playwright?.Dispose();
    }

    private async Task<IBrowser> LaunchAsync(string program)
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }
}
