using System.Globalization;

namespace EvalFaaS.Harness.Reports;

/// <summary>A piece of running text.</summary>
internal abstract record Inline
{
    public static implicit operator Inline(string text) => new TextInline(text);
}

/// <summary>Words.</summary>
internal sealed record TextInline(string Text) : Inline;

/// <summary>Words that stand out.</summary>
internal sealed record StrongInline(string Text) : Inline;

/// <summary>A name or a command, as typed.</summary>
internal sealed record CodeInline(string Text) : Inline;

/// <summary>Words of less weight, such as a unit or a note.</summary>
internal sealed record QuietInline(string Text) : Inline;

/// <summary>A printed number with its identity, so that it can be recomputed and found.</summary>
/// <param name="Id">Identity: the cell's or comparison's, the metric, and <c>.low</c> or <c>.high</c> for an interval's end.</param>
/// <param name="Value">The number, in the unit of the figure.</param>
/// <param name="Text">As printed.</param>
internal sealed record FigureInline(string Id, double Value, string Text) : Inline
{
    public string ExactText => Value.ToString("G10", CultureInfo.InvariantCulture);
}
