namespace EvalFaaS.Simulator.Laws.Fitting;

/// <summary>A law with parameters fitted to samples.</summary>
/// <param name="Law">The law.</param>
/// <param name="Cdf">Its distribution function.</param>
internal sealed record Fitted(Law Law, Func<double, double> Cdf);

/// <summary>A family of laws that can be fitted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fit">Fits it to positive samples; null where there is no such law.</param>
internal sealed record LawFamily(string Name, Func<double[], Fitted?> Fit);
