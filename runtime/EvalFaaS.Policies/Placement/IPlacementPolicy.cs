namespace EvalFaaS.Policies;

/// <summary>Decides on which node a new instance is made.</summary>
/// <remarks>Allocates nothing. The nodes are those that there are, in any order; equal ones are told apart by the random value, or by their key.</remarks>
public interface IPlacementPolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>Chooses a node.</summary>
    /// <param name="request">What is to be placed.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="random">64 uniform random bits, to tell equal nodes apart.</param>
    PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random);
}
