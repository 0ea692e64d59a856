using System.Globalization;

namespace EvalFaaS.Harness.Load;

/// <summary>Reads the intended starts of a load from a CSV file: one request a line, its time in seconds in the first column.</summary>
public static class TimestampFile
{
    private const int MostLines = 50_000_000;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file; a first line that is no number is its heading, empty lines are passed over.</param>
    /// <param name="speed">How many times as fast it is replayed, above 0.</param>
    /// <returns>Offsets from the first time, ns, ascending; at least one.</returns>
    /// <exception cref="InvalidDataException">Something is wrong in it; the message names file and line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static long[] Read(string path, double speed = 1)
    {
        var times = new List<long>();
        var number = 0;
        double first = 0, last = double.NegativeInfinity;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (number > MostLines) throw Wrong(path, number, $"the file has more than {MostLines:N0} lines; split it");
            var comma = line.IndexOf(',');
            var field = (comma < 0 ? line.AsSpan() : line.AsSpan(0, comma)).Trim().Trim('"');
            if (field.IsEmpty && comma < 0) continue;
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !double.IsFinite(seconds))
            {
                if (number == 1) continue;
                throw Wrong(path, number, $"'{field}' is no time in seconds");
            }

            if (seconds < last) throw Wrong(path, number, FormattableString.Invariant($"{seconds} lies before the time of the line above, {last}; sort the file by time"));
            if (times.Count == 0) first = seconds;
            var offset = (seconds - first) / speed * 1e9;
            if (offset > TimeSpan.FromDays(7).TotalNanoseconds) throw Wrong(path, number, "it lies more than 7 days after the first; a load is at most that long");
            last = seconds;
            times.Add((long)Math.Round(offset));
        }

        return times.Count > 0 ? [.. times] : throw Wrong(path, Math.Max(1, number), "there is not one time in the file; it has one request a line, its time in seconds first");
    }

    private static InvalidDataException Wrong(string path, int line, string what) => new($"{path}:{line}: {what}.");
}
