namespace EvalFaaS.Harness.Published;

/// <summary>The folder of public data sets: read in place, never part of a checkout.</summary>
public static class TraceFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "EVALFAAS_TRACES";

    /// <summary>Where it is, or would be: what the variable names, else <c>../shared/traces</c> beside the checkout.</summary>
    public static string Of(string checkout) => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.GetFullPath(Path.Combine(checkout, "..", "shared", "traces"));
}
