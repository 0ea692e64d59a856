namespace EvalFaaS.Predictor.Walking;

/// <summary>Calls of the other functions of each application in the newest minutes.</summary>
internal sealed class Siblings
{
    private const int Window = 5;
    private readonly WalkedFunction[] _functions;
    private readonly bool[] _shared;
    private readonly float[] _apps;
    private readonly float[] _others;

    public Siblings(WalkedFunction[] functions)
    {
        _functions = functions;
        _apps = new float[functions.Length == 0 ? 0 : functions.Max(f => f.App) + 1];
        _others = new float[Window * functions.Length];
        var sizes = new int[_apps.Length];
        foreach (var function in functions)
            if (function.App >= 0) sizes[function.App]++;
        _shared = [.. functions.Select(f => f.App >= 0 && sizes[f.App] > 1)];
    }

    /// <summary>Newest first; empty for a function that is alone.</summary>
    public ReadOnlySpan<float> Of(int function) => _shared[function] ? _others.AsSpan(function * Window, Window) : default;

    /// <summary>A minute has ended.</summary>
    public void Add(ReadOnlySpan<int> calls)
    {
        Array.Clear(_apps);
        for (var f = 0; f < calls.Length; f++)
            if (_shared[f]) _apps[_functions[f].App] += calls[f];
        for (var f = 0; f < calls.Length; f++)
        {
            if (!_shared[f]) continue;
            var others = _others.AsSpan(f * Window, Window);
            others[..^1].CopyTo(others[1..]);
            others[0] = _apps[_functions[f].App] - calls[f];
        }
    }
}
