using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace EvalFaaS.Harness.Reports;

/// <summary>Draws a chart's panels in both themes: SVG for the page, PNG for other documents. The same panels give the same bytes.</summary>
internal static partial class ChartPainter
{
    public static Chart Paint(string name, string alternativeText, int width, int height, Func<ChartTheme, IEnumerable<Panel>> panels) =>
        new(name, alternativeText, width, height,
            new(() => Svg(width, height, ChartTheme.Light, panels)), new(() => Svg(width, height, ChartTheme.Dark, panels)), new(() => Png(width, height, ChartTheme.Light, panels)));

    private static string Svg(int width, int height, ChartTheme theme, Func<ChartTheme, IEnumerable<Panel>> panels)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream)) Draw(canvas, theme, panels);
        // Readers have other fonts than this machine; the names after the first keep the letters without serifs.
        return Renumber(Grounds().Replace(Encoding.UTF8.GetString(stream.ToArray()), "")).Replace($"font-family=\"{ChartTheme.Font}\"", $"font-family=\"{ChartTheme.Font}, Verdana, Arial, sans-serif\"");
    }

    // The drawing library numbers its clips through the life of the process; counted anew, the same picture has the same bytes.
    private static string Renumber(string svg)
    {
        var numbers = new Dictionary<string, int>();
        return Identities().Replace(svg, m =>
        {
            if (!numbers.TryGetValue(m.Value, out var number)) numbers[m.Value] = number = numbers.Count;
            return $"clip{number}";
        });
    }

    // Clearing a canvas leaves a black ground below the coloured one, which shines through at the edges of panels.
    [GeneratedRegex("\\t*<rect width=\"[0-9.]+\" height=\"[0-9.]+\"/>\n(?=\\t*<rect fill)")]
    private static partial Regex Grounds();

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex Identities();

    private static byte[] Png(int width, int height, ChartTheme theme, Func<ChartTheme, IEnumerable<Panel>> panels)
    {
        const int scale = 2;
        using var surface = SKSurface.Create(new SKImageInfo(width * scale, height * scale));
        surface.Canvas.Scale(scale);
        Draw(surface.Canvas, theme, panels);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, ChartTheme theme, Func<ChartTheme, IEnumerable<Panel>> panels)
    {
        canvas.Clear(theme.Ground.ToSKColor());
        foreach (var panel in panels(theme))
        {
            // A plot clears all that it may draw on before it draws.
            canvas.Save();
            canvas.ClipRect(new SKRect(panel.Place.Left, panel.Place.Top, panel.Place.Right, panel.Place.Bottom));
            panel.Plot.Render(canvas, panel.Place);
            canvas.Restore();
        }
    }
}
