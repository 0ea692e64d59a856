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
        var available = rows.Where(r => r.Description is not null).ToArray();
        var names = available.SelectMany(r => r.Description!.Settings).Select(s => s.Name).Distinct().ToArray();
        Output.WriteTable(
            ["setting", .. available.Select(r => r.Name)],
            [
                (string[])["version", .. available.Select(r => r.Description!.Version)],
                .. names.Select(n => (string[])[n, .. available.Select(r => r.Description!.Settings.FirstOrDefault(s => s.Name == n) is { } s ? $"{s.Value} ({s.Source})" : "-")]),
            ]);
        foreach (var row in rows.Where(r => !r.Available)) Console.WriteLine($"{row.Name}: not available. {row.Why}");
    }

    private sealed record EngineRow(string Name, bool Available, string? Why, EngineDescription? Description);
}
