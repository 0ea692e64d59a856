namespace EvalFaaS.Harness.Data;

/// <summary>All samples of a result, column by column. Missing times are <see cref="Missing"/>.</summary>
public sealed class SampleTable
{
    /// <summary>What stands where a value is unknown.</summary>
    public const long Missing = -1;

    private readonly NameCodes _names = new();
    private readonly Column<int> _trial = new();
    private readonly Column<long> _intended = new(), _issued = new(), _firstByte = new(), _lastByte = new(), _instance = new();
    private readonly Column<int> _startState = new(), _outcome = new(), _cause = new();
    private readonly Column<long>[] _phases = [.. PhaseDurations.Phases.ToArray().Select(_ => new Column<long>())];
    private readonly Dictionary<int, List<int>> _rows = [];

    private SampleTable()
    {
    }

    /// <summary>Number of samples.</summary>
    public int Count => _trial.Count;

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
            table._intended.Add(csv.Number(intended));
            table._issued.Add(csv.Number(issued));
            table._firstByte.Add(csv.Number(first));
            table._lastByte.Add(csv.Number(last));
            table._outcome.Add(table._names.Of(csv.Bytes(outcome)));
            table._startState.Add(table._names.Of(csv.Bytes(state)));
            table._cause.Add(table._names.Of(csv.Bytes(cause)));
            table._instance.Add(csv.Number(instance));
            for (var i = 0; i < phases.Length; i++) table._phases[i].Add(csv.Number(phases[i]));
        }
        return table;
    }

    /// <summary>Rows of a trial, in the order of the file.</summary>
    public IReadOnlyList<int> RowsOf(int trial) => _rows.TryGetValue(trial, out var rows) ? rows : [];

    /// <summary>When it should have been sent, ns.</summary>
    public long IntendedNs(int row) => _intended[row];

    /// <summary>When it was sent, ns.</summary>
    public long IssuedNs(int row) => _issued[row];

    /// <summary>First byte of the answer, ns, or <see cref="Missing"/>.</summary>
    public long FirstByteNs(int row) => _firstByte[row];

    /// <summary>Last byte of the answer, ns, or <see cref="Missing"/>.</summary>
    public long LastByteNs(int row) => _lastByte[row];

    /// <summary>State it really started from, or empty.</summary>
    public string StartState(int row) => _names[_startState[row]];

    /// <summary>Why it was cold, or empty.</summary>
    public string Cause(int row) => _names[_cause[row]];

    /// <summary><see cref="Sample.Ok"/> or what went wrong.</summary>
    public string Outcome(int row) => _names[_outcome[row]];

    /// <summary>Instance that answered, or <see cref="Missing"/>.</summary>
    public long InstanceId(int row) => _instance[row];

    /// <summary>ns of a phase by its position in <see cref="PhaseDurations.Phases"/>, or <see cref="Missing"/>.</summary>
    public long PhaseNs(int row, int phase) => _phases[phase][row];

    private void AddTrial(int trial)
    {
        if (!_rows.TryGetValue(trial, out var rows)) _rows[trial] = rows = [];
        rows.Add(_trial.Count);
        _trial.Add(trial);
    }

    /// <summary>A growing array.</summary>
    private sealed class Column<T>
    {
        private T[] _values = new T[1024];

        public int Count { get; private set; }

        public T this[int row] => _values[row];

        public void Add(T value)
        {
            if (Count == _values.Length) Array.Resize(ref _values, _values.Length * 2);
            _values[Count++] = value;
        }
    }
}
