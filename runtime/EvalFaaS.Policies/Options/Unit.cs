namespace EvalFaaS.Policies;

/// <summary>What an option's number counts.</summary>
public enum Unit
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>Seconds; written with <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or without.</summary>
    Seconds,

    /// <summary>A share from 0 to 1 or above; written as <c>0.7</c> or <c>70%</c>.</summary>
    Share,

    /// <summary>MiB; written with <c>MiB</c>, <c>GiB</c> or without.</summary>
    MiB,

    /// <summary>Requests a second.</summary>
    RequestsPerSecond,

    /// <summary>Instances.</summary>
    Instances,

    /// <summary>Requests.</summary>
    Requests,
}
