using System.Text;

namespace EvalFaaS.Harness.Reports;

/// <summary>Writes a document as Markdown with tables (GitHub's dialect), line by line; each line keeps the figures that it prints.</summary>
internal static class MarkdownRenderer
{
    public static string Render(ReportDocument document) => string.Concat(Lines(document).Select(l => l.Text + "\n"));

    public static IReadOnlyList<RenderedLine> Lines(ReportDocument document)
    {
        var lines = new List<RenderedLine>();
        foreach (var block in document.Blocks)
        {
            RenderBlock(block, lines);
            lines.Add(RenderedLine.Empty);
        }
        lines.Add(RenderedLine.Of($"<!-- {document.Generator} -->"));
        return lines;
    }

    private static void RenderBlock(Block block, List<RenderedLine> lines)
    {
        switch (block)
        {
            case HeadingBlock heading:
                lines.Add(RenderedLine.Of($"{new string('#', heading.Level)} {heading.Text}"));
                break;
            case ParagraphBlock paragraph:
                lines.Add(Line("", paragraph.Text));
                break;
            case ListBlock list:
                lines.AddRange(list.Items.Select(item => Line("- ", item)));
                break;
            case CommandBlock command:
                lines.Add(RenderedLine.Of("```sh"));
                lines.AddRange(command.Text.Split('\n').Select(RenderedLine.Of));
                lines.Add(RenderedLine.Of("```"));
                break;
            case ChartBlock chart:
                lines.Add(RenderedLine.Of($"![{chart.Chart.AlternativeText.Replace("[", "(").Replace("]", ")")}](charts/{chart.Chart.Name}.png)"));
                lines.Add(RenderedLine.Empty);
                lines.Add(Line("", chart.Caption));
                break;
            case TableBlock table:
                RenderTable(table, lines);
                break;
        }
    }

    private static void RenderTable(TableBlock table, List<RenderedLine> lines)
    {
        lines.Add(RenderedLine.Of($"**{table.Caption}**"));
        lines.Add(RenderedLine.Empty);
        lines.Add(RenderedLine.Of("| " + string.Join(" | ", table.Columns.Select(c => c.Name)) + " |"));
        lines.Add(RenderedLine.Of("|" + string.Join("|", table.Columns.Select(c => c.Kind == ColumnKind.Number ? "---:" : ":---")) + "|"));
        foreach (var row in table.Rows)
        {
            if (row.Group is not null) lines.Add(RenderedLine.Of($"| **{row.Group}** |" + string.Concat(Enumerable.Repeat(" |", table.Columns.Count - 1))));
            else lines.Add(RowLine(row));
        }
    }

    private static RenderedLine RowLine(Row row)
    {
        var line = new RenderedLineBuilder("|");
        foreach (var cell in row.Cells)
        {
            line.Append(" ");
            Append(line, cell, inTable: true);
            line.Append(" |");
        }
        return line.Build();
    }

    private static RenderedLine Line(string prefix, IReadOnlyList<Inline> inlines)
    {
        var line = new RenderedLineBuilder(prefix);
        Append(line, inlines, inTable: false);
        return line.Build();
    }

    private static void Append(RenderedLineBuilder line, IReadOnlyList<Inline> inlines, bool inTable)
    {
        foreach (var inline in inlines)
            switch (inline)
            {
                case FigureInline figure:
                    line.AppendFigure(figure.Id, figure.Text);
                    break;
                case StrongInline strong:
                    line.Append($"**{Escape(strong.Text, inTable)}**");
                    break;
                case CodeInline code:
                    line.Append($"`{(inTable ? code.Text.Replace("|", "\\|") : code.Text)}`");
                    break;
                case QuietInline quiet:
                    line.Append(Escape(quiet.Text, inTable));
                    break;
                case TextInline text:
                    line.Append(Escape(text.Text, inTable));
                    break;
            }
    }

    private static string Escape(string text, bool inTable)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '*' or '_' or '`' or '<' or '[' or ']' or '\\' || (inTable && c == '|')) escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }
        return escaped.ToString();
    }
}
