using System.CommandLine;
using System.CommandLine.Parsing;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Terminal;

/// <summary>What is wrong with a command line, in sentences that name what was meant.</summary>
internal static class UsageProblems
{
    /// <summary>All problems; none where the line can be run.</summary>
    /// <param name="parsed">The line as parsed.</param>
    /// <param name="words">The line as typed.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> words)
    {
        if (CommandProblem(parsed.RootCommandResult.Command, words) is { } problem) return [problem];
        var unknown = UnknownOptions(parsed).Select(o => $"{Words(parsed.CommandResult)} has no option '{o}'.{NearestName.Suggestion(o.Split('=')[0], Options(parsed))}").ToArray();
        if (unknown.Length > 0) return unknown;
        if (parsed.UnmatchedTokens.Count > 0) return [.. parsed.UnmatchedTokens.Select(t => $"{Words(parsed.CommandResult)} takes no further argument '{t}'.")];
        return [.. parsed.Errors.Select(e => e.Message)];
    }

    /// <summary>A command with the words before it, for example <c>evalfaas module run</c>.</summary>
    public static string Words(CommandResult result) => result.Parent is CommandResult parent ? $"{Words(parent)} {result.Command.Name}" : result.Command.Name;

    // The parser looks for a known command behind an unknown one, and then complains about that.
    private static string? CommandProblem(Command root, IReadOnlyList<string> words)
    {
        var at = root;
        var path = root.Name;
        foreach (var word in words)
        {
            if (at.Subcommands.Count == 0 || word.StartsWith('-')) return null;
            var names = Names(at);
            if (at.Subcommands.FirstOrDefault(c => c.Name == word) is not { } next)
                return at.Arguments.Count > 0 ? null : $"{path} has no command '{word}'.{NearestName.Suggestion(word, names)} It has {string.Join(", ", names)}.";
            at = next;
            path = $"{path} {word}";
        }

        return at.Subcommands.Count == 0 || at.Action is not null ? null : $"{path} needs a command: {string.Join(", ", Names(at))}.";
    }

    private static string[] Names(Command command) => [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];

    private static IEnumerable<string> Options(ParseResult parsed) => parsed.CommandResult.Command.Options.SelectMany(o => o.Aliases.Prepend(o.Name));

    // An option that there is not is taken for an argument where one is missing.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        var given = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        var taken = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Where(given.Contains).Select(t => t.Value);
        return taken.Concat(parsed.UnmatchedTokens).Where(t => t.Length > 1 && t.StartsWith('-')).Distinct();
    }
}
