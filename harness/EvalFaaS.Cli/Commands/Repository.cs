using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Cli.Commands;

/// <summary>The checkout that this program belongs to: where suites, functions and results lie.</summary>
internal static class Repository
{
    /// <summary>The checkout's folder.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Root() => CheckoutFolder.Find()
        ?? throw new UsageException("This needs a checkout of EvalFaaS (scenarios, results): call it from inside one.");

    /// <summary>The checkout's folder of functions.</summary>
    public static string Functions() => Path.Combine(Root(), "scenarios", "functions");

    /// <summary>This program as a command that starts it again.</summary>
    public static IReadOnlyList<string> Program()
    {
        var own = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(own) == "dotnet" ? [own, typeof(Repository).Assembly.Location] : [own];
    }
}
