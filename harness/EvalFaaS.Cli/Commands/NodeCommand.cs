using System.CommandLine;
using EvalFaaS.Cli.Predicting;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Node;
using EvalFaaS.Node.Configuration;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas node</c>: the reference runtime's daemon.</summary>
internal static class NodeCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--config") { Description = "The configuration file. Default: evalfaas.yaml in the current folder, where it is there.", HelpName = "FILE" };
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, divided by semicolons. Default: http://127.0.0.1:8080, loopback alone.", HelpName = "URLS" };
        var data = new Option<string?>("--data") { Description = "Directory of functions, modules and compiled code.", HelpName = "DIR" };
        var token = new Option<string?>("--token") { Description = "Bearer token that the control API asks for." };
        var logLevel = new Option<string?>("--log-level") { Description = "The least grave log line that is written." };
        var set = new Option<string[]>("--set") { Description = "Any other setting of docs/configuration.md, for example --set engine.instances=200.", HelpName = "KEY=VALUE" };
        var command = new Command("node", "Run a node: functions behind HTTP, control API, health, metrics.") { file, urls, data, token, logLevel, set };
        command.SetAction(async (parsed, cancellation) =>
        {
            var flags = new List<KeyValuePair<string, string>>();
            void Add(string key, Option<string?> option)
            {
                if (parsed.GetValue(option) is { } value) flags.Add(new(key, value));
            }

            Add("urls", urls);
            Add("data", data);
            Add("token", token);
            Add("logLevel", logLevel);
            foreach (var pair in parsed.GetValue(set) ?? []) flags.Add(KeyValue.Parse(pair, "--set"));
            await NodeHost.RunAsync(new RuntimeConfiguration(ConfigurationSources.OfProcess(parsed.GetValue(file), flags)), NodeHost.DefaultParts with { Forecast = (model, now) => new NodeForecast(model, now) }, cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
