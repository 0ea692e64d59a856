using EvalFaaS.Model;

namespace EvalFaaS.Predictor.Traces;

/// <summary>What a live node wrote down: <c>at_s,function,duration_s,start_state,cause</c>, in the order of arrival.</summary>
internal static class NodeRecording
{
    public const string At = "at_s";

    public static CallRecording Read(string path)
    {
        using var table = new TableReader(path);
        int at = table.Require(At), function = table.Find("function"), duration = table.Find("duration_s"), start = table.Find("start_state"), cause = table.Find("cause");
        var calls = new CallTable();
        while (table.Read())
        {
            calls.Add(
                new RecordedCall(
                    calls.Number(function < 0 ? TimesOnly.Function : table.Text(function)),
                    table.Number(at),
                    duration < 0 ? double.NaN : table.Number(duration),
                    start < 0 ? null : Word<StartState>(table, start),
                    cause < 0 ? null : Word<ColdCause>(table, cause)),
                table.Lines);
        }

        return calls.Done(table.Lines);
    }

    private static T Word<T>(TableReader table, int column) where T : struct, Enum
    {
        var word = table.Text(column);
        return word.Length > 0 && !char.IsAsciiDigit(word[0]) && Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value
            : throw table.Problem($"column '{table.Columns[column]}': '{word}' is none of the words that a node writes there");
    }
}
