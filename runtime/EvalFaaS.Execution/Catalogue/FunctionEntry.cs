using System.Collections.Immutable;

namespace EvalFaaS.Execution;

/// <summary>One function in a snapshot of the catalogue.</summary>
/// <param name="Revisions">Oldest first; the last one is current. Never empty.</param>
/// <param name="NextNumber">The name of the next revision that names none.</param>
internal sealed record FunctionEntry(ImmutableArray<DeployedFunction> Revisions, long NextNumber)
{
    public DeployedFunction Current { get; } = Revisions[^1];

    public DeployedFunction? Revision(ReadOnlySpan<char> name)
    {
        // A few, and the newest is asked for most.
        for (var i = Revisions.Length - 1; i >= 0; i--)
            if (name.SequenceEqual(Revisions[i].Revision.Name.Revision)) return Revisions[i];
        return null;
    }
}
