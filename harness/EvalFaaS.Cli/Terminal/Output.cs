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
    public static void WriteJson<T>(T value) => Console.Out.WriteLine(ToJson(value));

    /// <summary>A value as JSON, the same everywhere.</summary>
    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>Writes rows as a table, as wide as they are.</summary>
    public static void WriteTable(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var grid = new Grid();
        for (var i = 0; i < columns.Count; i++) grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, i == columns.Count - 1 ? 0 : 3, 0) });
        grid.AddRow([.. columns.Select(c => new Text(c.ToUpperInvariant()))]);
        foreach (var row in rows) grid.AddRow([.. row.Select(cell => new Text(cell))]);
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 1_000;
        console.Write(grid);
        foreach (var line in text.ToString().TrimEnd().Split('\n')) Console.Out.WriteLine(line.TrimEnd());
    }
}
