namespace EvalFaaS.Predictor.Traces;

/// <summary>Calls as they are read, their functions numbered in the order in which they appear.</summary>
internal sealed class CallTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _functions = [];
    private readonly List<RecordedCall> _calls = [];

    /// <summary>A function's number.</summary>
    public int Number(string function)
    {
        if (_numbers.TryGetValue(function, out var number)) return number;
        _functions.Add(function);
        return _numbers[function] = _functions.Count - 1;
    }

    /// <summary>Adds a call in the order of time.</summary>
    public void Add(in RecordedCall call, LineReader lines)
    {
        if (_calls.Count > 0 && call.At < _calls[^1].At)
            throw lines.Problem(FormattableString.Invariant($"{call.At} lies before the time of the line above, {_calls[^1].At}: sort the file by time"));
        _calls.Add(call);
    }

    /// <summary>Adds a call in any order, which <see cref="Sorted"/> mends.</summary>
    public void AddUnsorted(in RecordedCall call) => _calls.Add(call);

    /// <summary>All calls.</summary>
    public CallRecording Done(LineReader lines) => _calls.Count > 0 ? new CallRecording(_functions, _calls) : throw lines.Problem("there is not one call in the file");

    /// <summary>All calls, by their arrival, which counts from the first where that lies before second 0.</summary>
    public CallRecording Sorted(LineReader lines)
    {
        if (_calls.Count == 0) return Done(lines);
        var origin = Math.Min(0, _calls.Min(c => c.At));
        return new CallRecording(_functions, [.. _calls.Select(c => c with { At = c.At - origin }).OrderBy(c => c.At)]);
    }
}
