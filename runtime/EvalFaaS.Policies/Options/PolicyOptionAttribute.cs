namespace EvalFaaS.Policies;

/// <summary>Describes an option of a policy, for the parser, <c>evalfaas policies</c> and the documentation alike. The default is the property's initial value.</summary>
/// <param name="name">The name as written, in kebab-case.</param>
/// <param name="summary">What it does, in a sentence.</param>
/// <param name="unit">What its number counts.</param>
/// <param name="min">The least value.</param>
/// <param name="max">The greatest value.</param>
/// <param name="source">Where the default comes from: a paper's section, a specification, or <c>ours</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyOptionAttribute(string name, string summary, Unit unit, double min, double max, string source) : Attribute
{
    /// <summary>The name as written.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public string Summary { get; } = summary;

    /// <summary>What its number counts.</summary>
    public Unit Unit { get; } = unit;

    /// <summary>The least value.</summary>
    public double Min { get; } = min;

    /// <summary>The greatest value.</summary>
    public double Max { get; } = max;

    /// <summary>Where the default comes from.</summary>
    public string Source { get; } = source;
}
