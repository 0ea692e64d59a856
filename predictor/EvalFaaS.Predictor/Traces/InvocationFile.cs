using System.Globalization;

namespace EvalFaaS.Predictor.Traces;

/// <summary>
/// A file of calls per minute in the form of the Azure Functions 2019 traces: HashOwner, HashApp, HashFunction, Trigger, then one column a minute.
/// Rows are read one at a time, so a file of any length can be passed through.
/// </summary>
public sealed class InvocationFile : IDisposable
{
    private const int MinutesOfDay = 1440;
    private readonly TableReader _table;
    private readonly int _owner;
    private readonly int _app;
    private readonly int _function;
    private readonly int _trigger;
    private readonly int _first;

    private InvocationFile(TableReader table)
    {
        _table = table;
        _owner = table.Require("HashOwner");
        _app = table.Require("HashApp");
        _function = table.Require("HashFunction");
        _trigger = table.Require("Trigger");
        _first = 1 + Math.Max(Math.Max(_owner, _app), Math.Max(_function, _trigger));
        Minutes = table.Columns.Count - _first;
        if (Minutes == 0) throw table.Problem("wrong header: no minutes follow the Trigger column");
        var first = Label(0);
        for (var i = 1; i < Minutes; i++)
        {
            var label = Label(i);
            if (label != first + i)
                throw table.Problem($"minute {first + i} is missing: after {first + i - 1} comes {label}. Minutes must follow each other without a gap");
        }

        // Whole days are labelled 1 to 1440; the sample of eight hours counts from 0, so that 480 is 08:00.
        FirstMinuteOfDay = (first == 1 ? 0 : first) % MinutesOfDay;
    }

    /// <summary>The first minute's place in the day, 0 for 00:00 to 1439.</summary>
    public int FirstMinuteOfDay { get; }

    /// <summary>Number of minutes.</summary>
    public int Minutes { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; one that ends in .gz is unpacked while it is read.</param>
    /// <exception cref="TraceException">The header is wrong, or minutes are missing.</exception>
    public static InvocationFile Open(string path)
    {
        var table = new TableReader(path);
        try
        {
            return new InvocationFile(table);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>The functions, one by one; can be passed through once.</summary>
    /// <exception cref="TraceException">A row is damaged, has a negative count, or names a function a second time.</exception>
    public IEnumerable<TraceFunction> Functions()
    {
        var seen = new Dictionary<FunctionKey, int>();
        var counts = new int[Minutes];
        while (_table.Read())
        {
            var key = _table.Key(_owner, _app, _function);
            if (key.Function.Length == 0) throw _table.Problem("the function's hash is empty");
            if (!seen.TryAdd(key, _table.Line)) throw _table.Problem($"function {key} was already on line {seen[key]}: join or remove one of the rows");
            for (var i = 0; i < counts.Length; i++) counts[i] = _table.Count(_first + i);
            yield return new TraceFunction(key, Trigger(_table.Cell(_trigger)), new MinuteCounts(counts));
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _table.Dispose();

    private int Label(int minute) => int.TryParse(_table.Columns[_first + minute], NumberStyles.None, CultureInfo.InvariantCulture, out var label) ? label
        : throw _table.Problem($"wrong header: '{_table.Columns[_first + minute]}' is no minute");

    // One published file has the word "Trigger" in a row: an unknown word is no reason to refuse the counts beside it.
    private static TriggerKind Trigger(ReadOnlySpan<char> word) =>
        Enum.TryParse<TriggerKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word[0]) ? kind : TriggerKind.Other;
}
