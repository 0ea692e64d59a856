using System.Globalization;

namespace EvalFaaS.Policies;

/// <summary>Where a new instance goes.</summary>
/// <param name="Node">Index of the node in the list handed in, or -1 where none fits.</param>
/// <param name="Reason">Why.</param>
/// <param name="A">The figure that led here; <see cref="PlacementReason"/> says what it is.</param>
public readonly record struct PlacementDecision(int Node, PlacementReason Reason, double A = 0)
{
    /// <summary>No node fits.</summary>
    public static PlacementDecision None => new(-1, PlacementReason.NoneFits);

    /// <summary>The decision in a sentence.</summary>
    public string Explain() => string.Create(CultureInfo.InvariantCulture, $"{(Node < 0 ? "no node" : $"node {Node}")}: {Why}.");

    private string Why => Reason switch
    {
        PlacementReason.NoneFits => "none is alive and has the memory",
        PlacementReason.FewestInstances => string.Create(CultureInfo.InvariantCulture, $"it has the fewest instances of the function, {A:F0}"),
        PlacementReason.Fullest => string.Create(CultureInfo.InvariantCulture, $"it is the fullest that still fits, with {A:0.#} MiB left over"),
        PlacementReason.Nearest => string.Create(CultureInfo.InvariantCulture, $"it is the best place by module and distance, {A * 1000:0.###} ms away"),
        PlacementReason.Hash => "it is the first by hash",
        PlacementReason.HashBounded => string.Create(CultureInfo.InvariantCulture, $"it is the first by hash below its bound, {A:F0} were passed over"),
        PlacementReason.LeastLoaded => string.Create(CultureInfo.InvariantCulture, $"its scarcest resource would be used to {A:P0}, the least of all"),
        _ => Reason.ToString(),
    };
}
