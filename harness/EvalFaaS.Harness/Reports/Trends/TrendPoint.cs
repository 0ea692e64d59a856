using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>One result of a trend.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Environment">When, where and with what it was measured.</param>
/// <param name="Summary">Its figures, computed from its raw data.</param>
internal sealed record TrendResult(string Name, RunEnvironment Environment, Summary Summary);

/// <summary>A figure in one of the results.</summary>
/// <param name="Result">Number of the result, from 1.</param>
/// <param name="Cell">The cell there.</param>
/// <param name="Figure">The figure there.</param>
/// <param name="Change">Value divided by the one before, where the two intervals do not meet; null where they do or are not known.</param>
internal sealed record TrendPoint(int Result, Cell Cell, Figure Figure, double? Change);
