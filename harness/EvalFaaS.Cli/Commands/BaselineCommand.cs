using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Node;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas baseline kestrel</c>: the ceiling, served alone.</summary>
internal static class BaselineCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, several divided by semicolons.", DefaultValueFactory = _ => "http://127.0.0.1:8081" };
        var kestrel = new Command("kestrel", "A bare ASP.NET Core endpoint that answers with the request's body and headers like a node's.") { urls };
        kestrel.SetAction(async (parsed, cancellation) =>
        {
            await KestrelBaseline.RunAsync(parsed.GetValue(urls)!.Split(';'), cancellation);
            return ExitCode.Done;
        });
        return new Command("baseline", "Serve what others are measured against.") { kestrel };
    }
}
