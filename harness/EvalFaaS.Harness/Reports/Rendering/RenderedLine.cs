using System.Text;

namespace EvalFaaS.Harness.Reports;

/// <summary>A line of a rendered report that knows where its figures stand.</summary>
internal sealed record RenderedLine(string Text, IReadOnlyList<(int Start, int Length, string Id)> Figures)
{
    public static RenderedLine Empty { get; } = new("", []);

    public static RenderedLine Of(string text) => new(text, []);

    /// <summary>The figure that stands at or next to a position, or null.</summary>
    public string? FigureAt(int position) => Figures.LastOrDefault(f => position >= f.Start && position <= f.Start + f.Length).Id;
}

/// <summary>Puts a line together.</summary>
internal sealed class RenderedLineBuilder(string start)
{
    private readonly StringBuilder _text = new(start);
    private readonly List<(int Start, int Length, string Id)> _figures = [];

    public void Append(string text) => _text.Append(text);

    public void AppendFigure(string id, string text)
    {
        _figures.Add((_text.Length, text.Length, id));
        _text.Append(text);
    }

    public RenderedLine Build() => new(_text.ToString(), _figures);
}
