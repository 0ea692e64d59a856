namespace EvalFaaS.Harness.Reports;

/// <summary>A number or text of a result that does not follow from its raw data.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Where">The figure's identity, or the place where the number has none.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What the raw data give.</param>
public sealed record Difference(string File, string Where, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Where}: found '{Found}', the raw data give '{Expected}'";
}

/// <summary>What a verification found.</summary>
/// <param name="Differences">All differences; none when the report follows from its raw data.</param>
/// <param name="Figures">How many printed numbers were recomputed.</param>
/// <param name="Notes">What was not compared, and why.</param>
public sealed record VerificationResult(IReadOnlyList<Difference> Differences, int Figures, IReadOnlyList<string> Notes)
{
    /// <summary>Whether everything printed follows from the raw data.</summary>
    public bool Ok => Differences.Count == 0;
}
