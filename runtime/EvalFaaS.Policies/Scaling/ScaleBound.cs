namespace EvalFaaS.Policies;

/// <summary>Which limits changed what the load asked for.</summary>
[Flags]
public enum ScaleBound : byte
{
    /// <summary>None did.</summary>
    None = 0,

    /// <summary>Not below the minimum.</summary>
    Minimum = 1,

    /// <summary>Not above the maximum.</summary>
    Maximum = 2,

    /// <summary>Not up faster than the rate limit.</summary>
    RateUp = 4,

    /// <summary>Not down faster than the rate limit.</summary>
    RateDown = 8,

    /// <summary>Down only after the delay.</summary>
    Delay = 16,

    /// <summary>Not to zero before the grace period's end.</summary>
    Grace = 32,

    /// <summary>Not to zero, since scaling to zero is off.</summary>
    NotToZero = 64,

    /// <summary>Not below the initial scale until it was reached once.</summary>
    Initial = 128,
}
