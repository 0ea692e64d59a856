namespace EvalFaaS.Policies;

/// <summary>Why a node was chosen. The meaning of <see cref="PlacementDecision.A"/> stands with each.</summary>
public enum PlacementReason : byte
{
    /// <summary>No node is alive and has the memory.</summary>
    NoneFits,

    /// <summary>The fewest instances of the function, then of all; A: of the function.</summary>
    FewestInstances,

    /// <summary>The least memory left over; A: left over, MiB.</summary>
    Fullest,

    /// <summary>The module is there, and it is the nearest such; A: round trip, seconds.</summary>
    Nearest,

    /// <summary>The first by hash; A: 0.</summary>
    Hash,

    /// <summary>The first by hash that is not above its bound; A: how many were passed over.</summary>
    HashBounded,

    /// <summary>The least loaded in its scarcest resource; A: that share after placing.</summary>
    LeastLoaded,
}
