using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace EvalFaaS.Cli.Terminal;

/// <summary>Lists: a table for people, JSON for machines.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value as JSON.</summary>
    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Writes rows as a table; on a pipe as wide as they are.</summary>
    public static void WriteTable(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.None).Expand();
        table.ShowRowSeparators = false;
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column.ToUpperInvariant())).PadLeft(0).PadRight(3));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Markup(Markup.Escape(cell)))]);
        table.Expand = false;
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = 1_000;
        console.Write(table);
    }
}
