using EvalFaaS.Harness.Data;
using Microsoft.Playwright;

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>The page as a reader's browser shows it. To look at it: EVALFAAS_TEST_SCREENSHOTS=FOLDER.</summary>
public sealed class ReportInBrowserTests(WrittenReport report, Browser browser) : IClassFixture<WrittenReport>
{
    public static TheoryData<int, int, bool> Screens => new() { { 1280, 900, false }, { 1280, 900, true }, { 390, 844, false }, { 320, 640, false } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_page_opens_from_a_file_without_an_error_or_a_request(int width, int height, bool dark)
    {
        var (page, said, asked) = await OpenAsync(width, height, dark);

        Assert.Empty(said);
        Assert.All(asked, url => Assert.True(url.StartsWith("file://", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
        Assert.Single(asked, url => url.StartsWith("file://", StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_chart_is_drawn_at_a_size_that_can_be_read(int width, int height, bool dark)
    {
        var (page, _, _) = await OpenAsync(width, height, dark);

        var charts = await page.EvaluateAsync<double[][]>("[...document.images].map(i => [i.complete ? 1 : 0, i.naturalWidth, i.naturalHeight, i.getBoundingClientRect().width, i.getBoundingClientRect().height])");

        Assert.Equal(8, charts.Length);
        Assert.All(charts, c => Assert.True(c[0] == 1 && c[1] > 0 && c[2] > 0 && c[3] > 700 && c[4] > 80, string.Join(' ', c)));
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_page_scrolls_down_and_never_sideways(int width, int height, bool dark)
    {
        var (page, _, _) = await OpenAsync(width, height, dark);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main > *, .scroll')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.outerHTML.slice(0, 80))
            """));
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_page_s_parts_are_there_in_order()
    {
        var (page, _, _) = await OpenAsync(1280, 900, dark: false);

        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])");
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.True(await page.Locator("table").CountAsync() >= 5);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('table')].filter(t => !t.caption || !t.tHead || t.tBodies[0].rows.length === 0).length"));
        // Every entry of the contents leads somewhere.
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length"));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_text_stands_out_from_its_ground(bool dark)
    {
        var (page, _, _) = await OpenAsync(1280, 900, dark);

        // WCAG 2.2, 1.4.3: at least 4.5 to 1.
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => {
              const rgb = c => c.match(/[0-9.]+/g).map(Number);
              const light = c => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (rgb(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
              const texts = [...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
              const ratio = e => { const a = light(getComputedStyle(e).color), b = light(ground(e)); return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); };
              return texts.filter(e => ratio(e) < 4.5).map(e => `${ratio(e).toFixed(2)} ${e.outerHTML.slice(0, 80)}`);
            }
            """));
        await page.CloseAsync();
    }

    [Fact]
    public async Task All_of_it_is_reached_by_keyboard_and_by_name()
    {
        var (page, _, _) = await OpenAsync(1280, 900, dark: false);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("To the answer", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Equal("en", await page.EvaluateAsync<string>("document.documentElement.lang"));
        // What scrolls takes the focus and has a name, every identity is there once, every picture has words, every head of a table says what it heads.
        foreach (var wrong in new[]
        {
            "[...document.querySelectorAll('.scroll')].filter(e => e.tabIndex !== 0 || !e.getAttribute('aria-label') || e.getAttribute('role') !== 'region')",
            "[...document.querySelectorAll('[id]')].filter(e => document.querySelectorAll('#' + CSS.escape(e.id)).length > 1)",
            "[...document.images].filter(i => !i.alt)",
            "[...document.querySelectorAll('th')].filter(t => !t.scope)",
            "[...document.querySelectorAll('main')].length === 1 ? [] : [document.body]",
        })
            Assert.Empty(await page.EvaluateAsync<string[]>($"({wrong}).map(e => e.outerHTML.slice(0, 100))"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task On_paper_it_is_black_on_white_and_nothing_is_cut_off()
    {
        var (page, _, _) = await OpenAsync(1280, 900, dark: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.scroll')].every(s => getComputedStyle(s).overflowX === 'visible')"));
        Assert.Equal("none", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('nav')).display"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task Wide_tables_and_charts_are_scrolled_by_themselves_on_a_narrow_screen()
    {
        var (page, _, _) = await OpenAsync(390, 844, dark: false);

        foreach (var what in new[] { "table", "figure" })
            Assert.True(await page.EvaluateAsync<bool>("what => [...document.querySelectorAll('.scroll')].some(s => (s.closest(what) || s.querySelector(what)) && s.scrollWidth > s.clientWidth && getComputedStyle(s).overflowX === 'auto')", what), what);
        await page.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Said, List<string> Asked)> OpenAsync(int width, int height, bool dark)
    {
        var page = await browser.PageAsync(width, height, dark);
        List<string> said = [], asked = [];
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(new Uri(report.PathTo(ResultFiles.Html)).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"report-{width}{(dark ? "-dark" : "")}.png"), FullPage = true });
        return (page, said, asked);
    }
}
