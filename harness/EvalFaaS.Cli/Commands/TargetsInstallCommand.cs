using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas targets install</c>: fetches platforms at their pinned versions into the user's cache.</summary>
internal static class TargetsInstallCommand
{
    private const string All = "all";

    public static Command Create()
    {
        var names = new Argument<string[]>("names") { Description = "Targets to install, or 'all'.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("install", "Install platforms of the npm registry, at the versions that scenarios/platforms names, outside of the source tree.") { names };
        command.SetAction(async (parsed, cancellation) =>
        {
            foreach (var target in Chosen(parsed.GetValue(names)!))
            {
                await target.Install!(cancellation);
                Console.WriteLine($"{target.Name} {target.Origin.Version} is installed.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ITarget> Chosen(string[] names)
    {
        var installable = TargetCatalogue.All.Where(t => t.Install is not null).ToArray();
        return names.Contains(All) ? installable : [.. names.Select(name => installable.FirstOrDefault(t => t.Name == name) ?? throw new UsageException(WhyNot(name, installable)))];
    }

    private static string WhyNot(string name, IEnumerable<ITarget> installable)
    {
        var known = installable.Select(t => t.Name).ToArray();
        if (!TargetCatalogue.Names.Contains(name)) return $"There is no target '{name}'.{NearestName.Suggestion(name, known)} These can be installed: {string.Join(", ", known)}, or {All} of them.";
        var why = TargetCatalogue.All.First(t => t.Name == name).WhyUnavailable();
        return $"'{name}' comes from no registry that this command asks: {why ?? "it is here already"}.";
    }
}
