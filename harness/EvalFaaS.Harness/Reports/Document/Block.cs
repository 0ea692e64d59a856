namespace EvalFaaS.Harness.Reports;

/// <summary>A part of a report, from top to bottom.</summary>
internal abstract record Block;

/// <summary>A heading; level 1 is the report's title.</summary>
internal sealed record HeadingBlock(int Level, string Id, string Text) : Block;

/// <summary>A paragraph.</summary>
internal sealed record ParagraphBlock(IReadOnlyList<Inline> Text, ParagraphStyle Style = ParagraphStyle.Body) : Block;

/// <summary>How much a paragraph stands out.</summary>
internal enum ParagraphStyle
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The answer at the top.</summary>
    Answer,

    /// <summary>Below a table or chart.</summary>
    Note,
}

/// <summary>A list of points.</summary>
internal sealed record ListBlock(IReadOnlyList<IReadOnlyList<Inline>> Items) : Block;

/// <summary>Lines to type.</summary>
internal sealed record CommandBlock(string Text) : Block;

/// <summary>A table.</summary>
internal sealed record TableBlock(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block;

/// <summary>A column.</summary>
internal sealed record Column(string Name, ColumnKind Kind = ColumnKind.Text);

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>Words, to the left.</summary>
    Text,

    /// <summary>Numbers, to the right.</summary>
    Number,

    /// <summary>Intervals and notes that belong to the number before them.</summary>
    Interval,
}

/// <summary>A row; where <paramref name="Group"/> is set, it is a line over the rows that follow and has that one cell.</summary>
internal sealed record Row(IReadOnlyList<IReadOnlyList<Inline>> Cells, string? Group = null);

/// <summary>A chart.</summary>
/// <param name="Chart">The picture.</param>
/// <param name="Caption">What is seen.</param>
internal sealed record ChartBlock(Chart Chart, IReadOnlyList<Inline> Caption) : Block;
