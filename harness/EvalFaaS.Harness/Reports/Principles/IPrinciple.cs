namespace EvalFaaS.Harness.Reports;

/// <summary>One principle of reproducible performance evaluation, and whether a result keeps it.</summary>
/// <remarks>
/// Source: A. V. Papadopoulos, L. Versluis, A. Bauer, N. Herbst, J. von Kistowski, A. Ali-Eldin, C. L. Abad, J. N. Amaral, P. Tůma, A. Iosup,
/// Methodological Principles for Reproducible Performance Evaluation in Cloud Computing, IEEE TSE 47(8), 2021 (online 2019).
/// </remarks>
internal interface IPrinciple
{
    /// <summary>Its name in the source.</summary>
    string Name { get; }

    /// <summary>Whether this result keeps it, with the evidence.</summary>
    PrincipleFinding Check(ReportContext context);
}

/// <summary>How far a principle is kept, and what shows it.</summary>
/// <param name="Verdict">How far.</param>
/// <param name="Evidence">What shows it, with its numbers.</param>
internal sealed record PrincipleFinding(PrincipleVerdict Verdict, params IReadOnlyList<Inline> Evidence);

/// <summary>How far a principle is kept.</summary>
internal enum PrincipleVerdict
{
    /// <summary>Kept.</summary>
    Met,

    /// <summary>Kept for a part of what it asks.</summary>
    Partly,

    /// <summary>Not kept.</summary>
    NotMet,
}
