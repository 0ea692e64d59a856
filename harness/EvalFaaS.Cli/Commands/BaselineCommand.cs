using System.CommandLine;
using System.Net;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.StandaloneLoad;
using EvalFaaS.Node;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas baseline</c>: what others are measured against, served alone.</summary>
internal static class BaselineCommand
{
    public static Command Create() => new("baseline", "Serve what others are measured against.") { Kestrel(), Gateway(), Canned() };

    private static Command Kestrel()
    {
        var urls = Urls("http://127.0.0.1:8081");
        var command = new Command("kestrel", "A bare ASP.NET Core endpoint that answers with the request's body and headers like a node's.") { urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            await KestrelBaseline.RunAsync(parsed.GetValue(urls)!.Split(';'), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Gateway()
    {
        var urls = Urls("http://127.0.0.1:8082");
        var to = new Option<string>("--to") { Description = "Where everything is passed on to, for example http://127.0.0.1:8080.", Required = true, HelpName = "URL" };
        var host = new Option<string?>("--host") { Description = "The Host header that is passed on. Default: that of the address.", HelpName = "NAME" };
        var command = new Command("gateway", "The same web server in front of anything that speaks HTTP.") { urls, to, host };
        command.SetAction(async (parsed, cancellation) =>
        {
            await GatewayBaseline.RunAsync(parsed.GetValue(urls)!.Split(';'), Origin(parsed.GetValue(to)!), parsed.GetValue(host), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Canned()
    {
        var address = new Option<string>("--listen") { Description = "Where to listen.", DefaultValueFactory = _ => "127.0.0.1:8083", HelpName = "ADDRESS:PORT" };
        var command = new Command("canned", "The cheapest server there can be: the same answer to every request, to measure load generators against.") { address };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!IPEndPoint.TryParse(parsed.GetValue(address)!, out var where)) throw new UsageException($"--listen takes an address like 127.0.0.1:8083, and '{parsed.GetValue(address)}' is none.");
            using var server = new CannedServer(where, core: null);
            Console.WriteLine($"Listening on http://{server.Address}");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> Urls(string normal) => new("--urls") { Description = "Where to listen, several divided by semicolons.", DefaultValueFactory = _ => normal };

    private static Uri Origin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" && to.PathAndQuery == "/"
        ? to
        : throw new UsageException($"--to takes an address without a path, like http://127.0.0.1:8080, and '{text}' is none.");
}
