namespace EvalFaaS.Harness.Scenarios;

/// <summary>A function with one of its inputs.</summary>
public sealed record Workload
{
    /// <summary>The function's name under scenarios/functions, for example <c>echo</c>.</summary>
    public required string Function { get; init; }

    /// <summary>The name of the input, or null for the function's first.</summary>
    public string? Input { get; init; }

    /// <summary>How the results call it: <c>echo</c>, or <c>echo:large</c> with an input named.</summary>
    public string Label => Input is null ? Function : $"{Function}:{Input}";
}
