namespace EvalFaaS.Model;

/// <summary>How much was ready when a call arrived. "Cold" is never said alone.</summary>
public enum StartState
{
    /// <summary>N0: the node itself had to start.</summary>
    NodeStart,

    /// <summary>N1: the artefact was absent: fetched or compiled.</summary>
    ArtefactAbsent,

    /// <summary>N2: the artefact was on disk, the page cache cold.</summary>
    ArtefactColdPages,

    /// <summary>N3: the artefact was on disk, the page cache warm.</summary>
    ArtefactOnDisk,

    /// <summary>N4: code mapped, a fresh instance.</summary>
    FreshInstance,

    /// <summary>N5: an instance reused.</summary>
    ReusedInstance,
}
