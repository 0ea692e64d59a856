namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Words of scenario files.</summary>
internal static class ScenarioWords
{
    public const string Unbounded = "unbounded";

    /// <summary>The name of an enumeration's value as it is written in files: <c>newest-first</c>.</summary>
    public static string Of(string name) => string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
