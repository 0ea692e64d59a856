using System.Globalization;

namespace EvalFaaS.Predictor.Traces;

/// <summary>
/// Files with a line for each call, told apart by their header: a live node's recording (<c>at_s,function,duration_s,start_state,cause</c>, all but the first may be missing),
/// the Azure Functions 2021 trace (<c>app,func,end_timestamp,duration</c>), and times in seconds alone. Each also as <c>.gz</c>.
/// </summary>
public static class CallFile
{
    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TraceException">It is none of these, or damaged; the message names the line.</exception>
    public static CallRecording Read(string path)
    {
        if (!File.Exists(path)) throw new TraceException(path, "there is no such file");
        var header = Header(path).TrimStart('\uFEFF').Split(',');
        if (header.Contains(NodeRecording.At)) return NodeRecording.Read(path);
        if (header.Contains(Azure2021.End)) return Azure2021.Read(path);
        if (header.Length == 1 || IsNumber(header[0])) return TimesOnly.Read(path);
        throw new TraceException(path, 1, $"wrong header: '{string.Join(',', header.Take(4))}' is neither that of a node's recording (at_s,function,duration_s,start_state,cause) nor that of the Azure 2021 trace (app,func,end_timestamp,duration), and its first column holds no times");
    }

    internal static bool IsNumber(ReadOnlySpan<char> text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Header(string path)
    {
        using var lines = new LineReader(path);
        return lines.Next() is { } header && !string.IsNullOrWhiteSpace(header) ? header : throw lines.Problem("there is no header and no call: the file is empty");
    }
}
