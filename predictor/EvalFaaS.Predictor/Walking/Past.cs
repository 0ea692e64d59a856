namespace EvalFaaS.Predictor.Walking;

/// <summary>The newest minutes of one function, always in one piece.</summary>
internal sealed class Past(int memory)
{
    private readonly float[] _minutes = new float[2 * memory];
    private int _end;

    /// <summary>Oldest first.</summary>
    public ReadOnlySpan<float> Minutes => _minutes.AsSpan(Math.Max(0, _end - memory), Math.Min(memory, _end));

    /// <summary>A minute has ended.</summary>
    public void Add(float calls)
    {
        if (_end == _minutes.Length)
        {
            Array.Copy(_minutes, memory, _minutes, 0, memory);
            _end = memory;
        }

        _minutes[_end++] = calls;
    }
}
