using System.Globalization;

namespace EvalFaaS.Predictor.Traces;

/// <summary>Times of one function's calls, in seconds: the first column, with or without a heading.</summary>
internal static class TimesOnly
{
    public const string Function = "function";

    public static CallRecording Read(string path)
    {
        using var lines = new LineReader(path);
        var calls = new CallTable();
        var number = calls.Number(Function);
        while (lines.Next() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var cell = (comma < 0 ? line.AsSpan() : line.AsSpan(0, comma)).Trim('\uFEFF').Trim();
            if (cell.IsEmpty && comma < 0 || lines.Number == 1 && !CallFile.IsNumber(cell)) continue;
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var at) || at < 0 || !double.IsFinite(at))
                throw lines.Problem($"'{cell}' is no time of zero seconds or more");
            calls.Add(new RecordedCall(number, at, double.NaN), lines);
        }

        return calls.Done(lines);
    }
}
