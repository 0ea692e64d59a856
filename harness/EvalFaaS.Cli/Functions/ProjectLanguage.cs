namespace EvalFaaS.Cli.Functions;

/// <summary>A language that a function's project can be in, and its sources.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Handler">The file that a person changes.</param>
/// <param name="Common">Further sources of every project.</param>
/// <param name="Reactor">Those of the reactor contract.</param>
/// <param name="Command">Those of the wasi-command contract.</param>
/// <param name="Own">Files of this language's template alone.</param>
internal sealed record ProjectLanguage(string Name, string Handler, string[] Common, string[] Reactor, string[] Command, string[] Own)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<ProjectLanguage> All { get; } =
    [
        new("rust", "handler.rs", ["function.rs"], ["reactor.rs", "arena.rs"], ["command.rs"], ["build.sh"]),
        new("c", "handler.c", ["function.h", "arena.h", "arena.c"], ["reactor.c", "freestanding.c"], ["command.c", "shell.h", "shell.c", "cgi.c", "text.h"], ["build.sh"]),
        new("assemblyscript", "handler.ts", ["function.ts"], ["reactor.ts"], ["command.ts"], ["build.sh", "package.json"]),
        new("go", "handler.go", ["function.go", "go.mod"], ["reactor.go"], ["command.go"], ["build.sh"]),
    ];
}
