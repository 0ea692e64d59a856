namespace EvalFaaS.Predictor.Traces;

/// <summary>The Azure Functions trace of 2021: a line for each invocation with the hashes of its application and function, when it ended and how long it took, in seconds.</summary>
/// <remarks>Source: Y. Zhang et al., "Faster and cheaper serverless computing on harvested resources", SOSP 2021. Lines are in the order of the ends; an arrival is the end less the duration.</remarks>
internal static class Azure2021
{
    public const string End = "end_timestamp";
    private const int ShownOfHash = 12;

    public static CallRecording Read(string path)
    {
        using var table = new TableReader(path);
        int app = table.Require("app"), function = table.Require("func"), end = table.Require(End), duration = table.Require("duration");
        var calls = new CallTable();
        while (table.Read())
        {
            if (table.Cell(function).IsEmpty) throw table.Problem("the function's hash is empty");
            var took = table.Number(duration);
            calls.AddUnsorted(new RecordedCall(calls.Number($"{Shown(table.Cell(app))}/{Shown(table.Cell(function))}"), table.Number(end) - took, took));
        }

        return calls.Sorted(table.Lines);
    }

    private static string Shown(ReadOnlySpan<char> hash) => hash.Length > ShownOfHash ? hash[..ShownOfHash].ToString() : hash.ToString();
}
