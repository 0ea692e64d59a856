namespace EvalFaaS.Engines;

/// <summary>Which standard streams are terminals.</summary>
[Flags]
public enum TerminalStreams
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>stdin.</summary>
    Input = 1,

    /// <summary>stdout.</summary>
    Output = 2,

    /// <summary>stderr.</summary>
    Error = 4,
}
