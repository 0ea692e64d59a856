namespace EvalFaaS.Model;

/// <summary>Why a call found less than it could have.</summary>
public enum ColdCause
{
    /// <summary>Nothing was missing, or a fresh instance is what the revision asks for.</summary>
    None,

    /// <summary>The revision had not been called on this node since it started.</summary>
    FirstUse,

    /// <summary>What was kept had outlived its time.</summary>
    Expired,

    /// <summary>What was kept had been put out for others.</summary>
    Evicted,

    /// <summary>All that was ready was busy.</summary>
    Capacity,

    /// <summary>A new revision took over.</summary>
    NewRevision,

    /// <summary>The node or worker that held it was lost.</summary>
    NodeLost,

    /// <summary>A forecast had promised it and missed.</summary>
    ForecastMissed,
}
