namespace EvalFaaS.Predictor.Calibration;

/// <summary>A forecast of one function at one horizon, minute after minute, with the errors that make its quantiles.</summary>
internal sealed class Outlook(int horizon, int window)
{
    private readonly float[] _pending = NewPending(horizon);
    private int _slot;

    /// <summary>Errors so far.</summary>
    public ResidualWindow Errors { get; } = new(window);

    /// <summary>The forecast made last.</summary>
    public float Forecast
    {
        get => _pending[_slot];
        set => _pending[_slot] = value;
    }

    /// <summary>The forecast of the minute that ends next.</summary>
    public float Due => _pending[(_slot + 1) % _pending.Length];

    /// <summary>A minute has ended.</summary>
    public void Settle(float actual)
    {
        _slot = (_slot + 1) % _pending.Length;
        if (!float.IsNaN(_pending[_slot])) Errors.Add(_pending[_slot], actual);
        _pending[_slot] = float.NaN;
    }

    private static float[] NewPending(int horizon)
    {
        var pending = new float[horizon];
        pending.AsSpan().Fill(float.NaN);
        return pending;
    }
}
