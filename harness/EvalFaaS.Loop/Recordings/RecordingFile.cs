using System.Globalization;
using EvalFaaS.Model;

namespace EvalFaaS.Loop.Recordings;

/// <summary>Reads what a node recorded (<c>/api/v1/keep-alive/arrivals.csv</c>): <c>at_s,function,duration_s,start_state,cause</c>, in the order of arrival.</summary>
public static class RecordingFile
{
    /// <summary>Its first line.</summary>
    public const string Header = "at_s,function,duration_s,start_state,cause";

    private static readonly Dictionary<string, StartState> States = Enum.GetValues<StartState>()
        .ToDictionary(s => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    /// <summary>Whether a file begins as a recording does.</summary>
    public static bool IsOne(string path) => File.ReadLines(path).FirstOrDefault() is { } first && first.TrimEnd('\r').StartsWith("at_s,", StringComparison.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Something is wrong in it; the message names file and line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<RecordedCall> Read(string path) => Parse(File.ReadLines(path), path);

    /// <summary>Reads lines.</summary>
    /// <param name="lines">The lines, with the header.</param>
    /// <param name="name">What messages call them.</param>
    /// <exception cref="InvalidDataException">Something is wrong in them.</exception>
    public static IReadOnlyList<RecordedCall> Parse(IEnumerable<string> lines, string name)
    {
        var calls = new List<RecordedCall>();
        var number = 0;
        foreach (var line in lines.Select(l => l.TrimEnd('\r')))
        {
            number++;
            if (number == 1 && line != Header) throw Wrong($"a recording begins with the line {Header}, and this is '{line}'");
            if (number == 1 || line.Length == 0) continue;
            var fields = line.Split(',');
            if (fields.Length != 5) throw Wrong($"there are {fields.Length} fields, and a recording has 5: {Header}");
            var at = Number(fields[0], "time");
            if (calls.Count > 0 && at < calls[^1].AtSeconds) throw Wrong(FormattableString.Invariant($"{at} lies before the time of the line above, {calls[^1].AtSeconds}; sort the file by time"));
            if (fields[1].Length == 0) throw Wrong("the function has no name");
            if (!States.TryGetValue(fields[3], out var state)) throw Wrong($"'{fields[3]}' is no start state; there are {string.Join(", ", States.Keys)}");
            calls.Add(new RecordedCall(at, fields[1], Number(fields[2], "duration"), state));
        }

        return number > 0 ? calls : throw new InvalidDataException($"{name}: the recording is empty; it begins with the line {Header}.");

        double Number(string text, string what) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && double.IsFinite(value)
            ? value
            : throw Wrong($"'{text}' is no {what} in seconds");

        InvalidDataException Wrong(string what) => new($"{name}:{number}: {what}.");
    }
}
