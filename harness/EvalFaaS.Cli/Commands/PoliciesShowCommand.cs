using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas policies show</c>: one policy with its options.</summary>
internal static class PoliciesShowCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The policy's name, as `evalfaas policies list` has it." };

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("show", "Show a policy's options with default, unit, range and source.") { Name, json };
        command.SetAction(parsed =>
        {
            var entry = Find(parsed.GetValue(Name)!);
            if (parsed.GetValue(json)) Output.WriteJson(Described(entry));
            else Write(entry);
            return ExitCode.Done;
        });
        return command;
    }

    private static PolicyEntry Find(string name)
    {
        try
        {
            return PolicyCatalogue.Find(name);
        }
        catch (PolicyException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void Write(PolicyEntry entry)
    {
        Console.WriteLine($"{entry.Name} ({PolicyCatalogue.Words(entry.Kind)}): {entry.Summary}");
        Console.WriteLine($"Source: {entry.Source}.");
        Console.WriteLine();
        if (entry.Options.Count == 0) Console.WriteLine("It has no options.");
        else Output.WriteTable(["option", "default", "range", "what it does", "source"], entry.Options.Select(o => (string[])[o.Name, o.DefaultText, o.RangeText, o.Summary, o.Source]));
    }

    // JSON has no infinity: where a bound is one, it is left out.
    private static object Described(PolicyEntry entry) => new
    {
        Kind = PolicyCatalogue.Words(entry.Kind),
        entry.Name,
        entry.Summary,
        entry.Source,
        Options = entry.Options.Select(o => new
        {
            o.Name, o.Summary, o.Unit,
            Default = o.Default is double.PositiveInfinity ? "unbounded" : o.Default,
            Min = o.Default is bool or string ? null : Finite(o.Min),
            Max = o.Default is bool or string ? null : Finite(o.Max),
            Range = o.RangeText, o.Source,
        }),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
