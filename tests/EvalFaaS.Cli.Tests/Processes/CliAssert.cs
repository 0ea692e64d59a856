using System.Text.Json.Nodes;

namespace EvalFaaS.Cli.Tests;

/// <summary>How a call must have ended.</summary>
internal static class CliAssert
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>It did what was asked, without a complaint; gives its stdout.</summary>
    public static string Succeeded(CliResult result)
    {
        Assert.True(result is { ExitCode: Done, Errors: "" }, result.ToString());
        return result.Output;
    }

    /// <summary>It did what was asked, and its stdout is JSON.</summary>
    public static JsonNode Json(CliResult result) => JsonNode.Parse(Succeeded(result))!;

    /// <summary>It ended with this code, said nothing on stdout, and said this on stderr in lines for people, without a stack.</summary>
    public static void Refused(int exitCode, string message, CliResult result)
    {
        Assert.True(result.ExitCode == exitCode && result.Output.Length == 0, result.ToString());
        Assert.Contains(message, result.Errors);
        Assert.StartsWith("evalfaas: ", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.DoesNotContain("Exception", result.Errors);
    }
}
