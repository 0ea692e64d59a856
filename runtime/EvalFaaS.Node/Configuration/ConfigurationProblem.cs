namespace EvalFaaS.Node.Configuration;

/// <summary>Something wrong with the configuration.</summary>
/// <param name="Where">The file with line and column (<c>evalfaas.yaml(3,5)</c>), the variable or the flag.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ConfigurationProblem(string Where, string Message)
{
    /// <summary>Both, as the editor's problem matchers read them.</summary>
    public override string ToString() => $"{Where}: {Message}";
}

/// <summary>The configuration cannot be used; all its problems are named at once.</summary>
public sealed class ConfigurationException(IReadOnlyList<ConfigurationProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All of them, in the order found.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = problems;
}
