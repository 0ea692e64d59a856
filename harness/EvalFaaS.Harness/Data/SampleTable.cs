using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Data;

/// <summary>All samples of a result, column by column. Missing times are <see cref="Missing"/>.</summary>
public sealed class SampleTable
{
    /// <summary>What stands where a value is unknown.</summary>
    public const long Missing = -1;

    private readonly NameCodes _names = new();
    private readonly PackedColumn _intended = new(), _issued = new(), _firstByte = new(), _lastByte = new(), _instance = new();
    private readonly PackedColumn _startState = new(), _outcome = new(), _cause = new();
    private readonly PackedColumn[] _phases = [.. PhaseDurations.Phases.ToArray().Select(_ => new PackedColumn())];
    private readonly Dictionary<int, List<(int Start, int Count)>> _runs = [];

    private SampleTable()
    {
    }

    /// <summary>Number of samples.</summary>
    public int Count => _intended.Count;

    /// <summary>Reads samples.csv of any version: columns are found by name, unknown ones passed over.</summary>
    /// <exception cref="InvalidDataException">It was cut short or changed: the message says where.</exception>
    public static SampleTable Read(string path)
    {
        using var csv = new Utf8CsvReader(path);
        var table = new SampleTable();
        int trial = csv.Require(SampleColumns.Trial), intended = csv.Require(SampleColumns.Intended), issued = csv.Require(SampleColumns.Issued);
        int first = csv.Require(SampleColumns.FirstByte), last = csv.Require(SampleColumns.LastByte), outcome = csv.Require(SampleColumns.Outcome);
        int state = csv.Find(SampleColumns.StartState), cause = csv.Find(SampleColumns.Cause), instance = csv.Find(SampleColumns.InstanceId);
        var phases = PhaseDurations.Phases.ToArray().Select(p => csv.Find(SampleColumns.PhaseColumn(p))).ToArray();
        while (csv.Read())
        {
            table.AddTrial((int)csv.Number(trial));
            var start = csv.Number(intended);
            table._intended.Add(start);
            table._issued.Add(After(start, csv.Number(issued)));
            table._firstByte.Add(After(start, csv.Number(first)));
            table._lastByte.Add(After(start, csv.Number(last)));
            table._outcome.Add(table._names.Of(csv.Bytes(outcome)));
            table._startState.Add(table._names.Of(csv.Bytes(state)));
            table._cause.Add(table._names.Of(csv.Bytes(cause)));
            table._instance.Add(csv.Number(instance));
            for (var i = 0; i < phases.Length; i++) table._phases[i].Add(csv.Number(phases[i]));
        }
        return table;
    }

    /// <summary>Rows of a trial, in the order of the file.</summary>
    public IReadOnlyList<int> RowsOf(int trial) => _runs.GetValueOrDefault(trial) switch
    {
        null => [],
        [var (start, count)] => new RowRange(start, count),
        var runs => [.. runs.SelectMany(r => Enumerable.Range(r.Start, r.Count))],
    };

    /// <summary>When it should have been sent, ns.</summary>
    public long IntendedNs(int row) => _intended[row];

    /// <summary>When it was sent, ns.</summary>
    public long IssuedNs(int row) => At(row, _issued);

    /// <summary>First byte of the answer, ns, or <see cref="Missing"/>.</summary>
    public long FirstByteNs(int row) => At(row, _firstByte);

    /// <summary>Last byte of the answer, ns, or <see cref="Missing"/>.</summary>
    public long LastByteNs(int row) => At(row, _lastByte);

    /// <summary>State it really started from, or empty.</summary>
    public string StartState(int row) => _names[(int)_startState[row]];

    /// <summary>Why it was cold, or empty.</summary>
    public string Cause(int row) => _names[(int)_cause[row]];

    /// <summary><see cref="Sample.Ok"/> or what went wrong.</summary>
    public string Outcome(int row) => _names[(int)_outcome[row]];

    /// <summary>Instance that answered, or <see cref="Missing"/>.</summary>
    public long InstanceId(int row) => _instance[row];

    /// <summary>ns of a phase by its position in <see cref="PhaseDurations.Phases"/>, or <see cref="Missing"/>.</summary>
    public long PhaseNs(int row, int phase) => _phases[phase][row];

    private void AddTrial(int trial)
    {
        if (!_runs.TryGetValue(trial, out var runs)) _runs[trial] = runs = [];
        if (runs is [.., var (start, count)] && start + count == Count) runs[^1] = (start, count + 1);
        else runs.Add((Count, 1));
    }

    // Times are kept as distances from the intended one, which are small numbers: plus one, so that 0 is free for what is missing.
    private static long After(long start, long time) => time == Missing ? 0 : time >= start ? time - start + 1 : time - start;

    private long At(int row, PackedColumn column) => column[row] switch { 0 => Missing, > 0 and var later => _intended[row] + later - 1, var earlier => _intended[row] + earlier };
}
