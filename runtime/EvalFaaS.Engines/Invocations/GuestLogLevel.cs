namespace EvalFaaS.Engines;

/// <summary>How grave a guest's log line is; the values are those of the reactor contract.</summary>
public enum GuestLogLevel
{
    /// <summary>Detail.</summary>
    Debug = 0,

    /// <summary>Normal.</summary>
    Information = 1,

    /// <summary>Odd.</summary>
    Warning = 2,

    /// <summary>Failed.</summary>
    Error = 3,

    /// <summary>Bytes written to stderr.</summary>
    Stderr = 4,
}
