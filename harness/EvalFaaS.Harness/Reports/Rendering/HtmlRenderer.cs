using System.Text;

namespace EvalFaaS.Harness.Reports;

/// <summary>Writes a document as one HTML page without outside requests; every figure is a <c>data</c> element that carries its identity and exact value.</summary>
internal static class HtmlRenderer
{
    public static string Render(ReportDocument document)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Append($"<meta name=\"generator\" content=\"{Escape(document.Generator)}\">\n<title>{Escape(document.Title)}</title>\n");
        html.Append("<style>\n").Append(HtmlStyle.Css).Append("</style>\n</head>\n<body>\n");
        html.Append("<a class=\"skip\" href=\"#answer\">To the answer</a>\n<main>\n");
        foreach (var block in document.Blocks)
        {
            RenderBlock(html, block);
            if (block is HeadingBlock { Level: 1 }) AppendContents(html, document);
        }
        html.Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void AppendContents(StringBuilder html, ReportDocument document)
    {
        html.Append("<nav aria-label=\"Contents\"><ol>\n");
        foreach (var heading in document.Blocks.OfType<HeadingBlock>().Where(h => h.Level == 2))
            html.Append($"<li><a href=\"#{heading.Id}\">{Escape(heading.Text)}</a></li>\n");
        html.Append("</ol></nav>\n");
    }

    private static void RenderBlock(StringBuilder html, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Append($"<h{heading.Level} id=\"{heading.Id}\">{Escape(heading.Text)}</h{heading.Level}>\n");
                break;
            case ParagraphBlock paragraph:
                html.Append(paragraph.Style switch { ParagraphStyle.Answer => "<p class=\"answer\">", ParagraphStyle.Note => "<p class=\"note\">", _ => "<p>" });
                Append(html, paragraph.Text);
                html.Append("</p>\n");
                break;
            case ListBlock list:
                html.Append("<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Append("<li>");
                    Append(html, item);
                    html.Append("</li>\n");
                }
                html.Append("</ul>\n");
                break;
            case CommandBlock command:
                html.Append($"<pre><code>{Escape(command.Text)}</code></pre>\n");
                break;
            case ChartBlock chart:
                RenderChart(html, chart);
                break;
            case TableBlock table:
                RenderTable(html, table);
                break;
        }
    }

    private static void RenderChart(StringBuilder html, ChartBlock block)
    {
        var chart = block.Chart;
        // On a narrow screen a chart keeps a size at which its letters can be read, and is scrolled as wide tables are.
        html.Append($"<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Chart {Escape(chart.Name)}\">\n<picture>\n");
        html.Append($"<source media=\"(prefers-color-scheme: dark)\" srcset=\"{Embed(chart.DarkSvg)}\">\n");
        html.Append($"<img width=\"{chart.Width}\" height=\"{chart.Height}\" alt=\"{Escape(chart.AlternativeText)}\" src=\"{Embed(chart.LightSvg)}\">\n");
        html.Append("</picture>\n</div>\n<figcaption>");
        Append(html, block.Caption);
        html.Append("</figcaption>\n</figure>\n");
    }

    private static void RenderTable(StringBuilder html, TableBlock table)
    {
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Escape(table.Caption)).Append("\">\n<table>\n");
        html.Append($"<caption>{Escape(table.Caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns) html.Append($"<th scope=\"col\"{ClassOf(column)}>{Escape(column.Name)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            if (row.Group is { } group)
            {
                html.Append($"<tr class=\"group\"><th scope=\"colgroup\" colspan=\"{table.Columns.Count}\">{Escape(group)}</th></tr>\n");
                continue;
            }
            html.Append("<tr>");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var tag = i == 0 ? "th scope=\"row\"" : "td";
                html.Append($"<{tag}{ClassOf(table.Columns[i])}>");
                Append(html, row.Cells[i]);
                html.Append(i == 0 ? "</th>" : "</td>");
            }
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string ClassOf(Column column) => column.Kind switch { ColumnKind.Number => " class=\"n\"", ColumnKind.Interval => " class=\"i\"", _ => "" };

    private static void Append(StringBuilder html, IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
            html.Append(inline switch
            {
                FigureInline figure => $"<data data-figure=\"{Escape(figure.Id)}\" value=\"{figure.ExactText}\">{Escape(figure.Text)}</data>",
                StrongInline strong => $"<strong>{Escape(strong.Text)}</strong>",
                CodeInline code => $"<code>{Escape(code.Text)}</code>",
                QuietInline quiet => $"<span class=\"q\">{Escape(quiet.Text)}</span>",
                TextInline text => Escape(text.Text).Replace(" %", "\u00a0%"),
                _ => "",
            });
    }

    private static string Embed(string svg) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
