using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary>Whatever stands behind the module's file in <c>evalfaas module run</c> is the guest's, also what looks like an option.</summary>
internal static class GuestArguments
{
    private const string Divider = "--";

    /// <summary>The words with <c>--</c> before the module's file, where it is not there already.</summary>
    public static IReadOnlyList<string> Divide(Command root, IReadOnlyList<string> words)
    {
        if (words is not ["module", "run", ..]) return words;
        var options = root.Subcommands.Single(c => c.Name == "module").Subcommands.Single(c => c.Name == "run").Options;
        for (var at = 2; at < words.Count; at++)
        {
            var word = words[at];
            if (word == Divider) return words;
            if (!word.StartsWith('-')) return [.. words.Take(at), Divider, .. words.Skip(at)];
            if (options.Any(o => o.Name == word && o.Arity.MinimumNumberOfValues > 0)) at++;
        }

        return words;
    }
}
