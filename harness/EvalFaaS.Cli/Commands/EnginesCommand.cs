using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas engines</c>: protections and settings of each engine, read from its running configuration.</summary>
internal static class EnginesCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("engines", "Show each engine's version, capabilities, protections and settings, read from the running configuration.") { json };
        command.SetAction(parsed =>
        {
            var rows = EngineProviders.All.Select(Describe).ToArray();
            if (parsed.GetValue(json)) Output.WriteJson(rows);
            else Write(rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static EngineRow Describe(IEngineProvider provider)
    {
        if (provider.WhyUnavailable() is { } why) return new EngineRow(provider.Name, false, why, null);
        try
        {
            using var engine = provider.Create(new EngineOptions());
            return new EngineRow(provider.Name, true, null, engine.Description);
        }
        catch (FaultException e)
        {
            return new EngineRow(provider.Name, false, e.Message, null);
        }
    }

    private static void Write(EngineRow[] rows)
    {
        foreach (var row in rows)
        {
            Console.WriteLine(row.Description is { } engine ? $"{row.Name} {engine.Version}" : $"{row.Name}: not available. {row.Why}");
            if (row.Description is not null) Output.WriteTable(["setting", "value", "source"], row.Description.Settings.Select(s => (string[])[s.Name, s.Value, s.Source]));
            Console.WriteLine();
        }
    }

    private sealed record EngineRow(string Name, bool Available, string? Why, EngineDescription? Description);
}
