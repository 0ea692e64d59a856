using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary>The checkout that this program belongs to: where suites, functions and results lie.</summary>
internal static class Repository
{
    /// <summary>The checkout's folder: above the current folder, else above the program.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Root() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException("This needs a checkout of EvalFaaS (scenarios, results): call it from inside one.");

    /// <summary>The checkout's folder of functions.</summary>
    public static string Functions() => Path.Combine(Root(), "scenarios", "functions");

    /// <summary>This program as a command that starts it again.</summary>
    public static IReadOnlyList<string> Program()
    {
        var own = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(own) == "dotnet" ? [own, typeof(Repository).Assembly.Location] : [own];
    }

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "EvalFaaS.sln"))) return at.FullName;
        return null;
    }
}
