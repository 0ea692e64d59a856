using System.CommandLine;
using EvalFaaS.Cli.Functions;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function new</c>: a project that builds with one command, is deployed with one, and is tested with one.</summary>
internal static class FunctionNewCommand
{
    private static readonly string[] Languages = [.. ProjectLanguage.All.Select(l => l.Name)];
    private static readonly string[] Contracts = ["reactor", "command"];

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The function's name: 1 to 63 of a-z, 0-9 and '-'." };
        var directory = new Argument<string?>("dir") { Description = "The project's directory; made, and must not be there yet. Default: the function's name.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string>("--language", "-l") { Description = $"The language: {string.Join(", ", Languages)}.", Required = true };
        var contract = new Option<string>("--contract") { Description = "reactor, the fast one, or command, a CGI program on WASI.", DefaultValueFactory = _ => "reactor" };
        var json = CommonOptions.Json();
        var command = new Command("new", "Make a project of a new function.") { name, directory, language, contract, json };
        command.SetAction(parsed =>
        {
            var called = parsed.GetValue(name)!;
            if (!DnsLabel.IsValid(called)) throw new UsageException($"'{called}' is no function name: write 1 to 63 of a-z, 0-9 and '-', neither first nor last a '-'.");
            var written = OneOf(parsed.GetValue(language)!, "--language", Languages);
            var reactor = OneOf(parsed.GetValue(contract)!, "--contract", Contracts) == "reactor";
            var folder = Path.GetFullPath(parsed.GetValue(directory) ?? called);
            if (Path.Exists(folder)) throw new IOException($"{folder} is there already. Name another directory behind the function's name.");
            new FunctionProject(called, ProjectLanguage.All.Single(l => l.Name == written), reactor).Write(folder);
            if (parsed.GetValue(json)) Output.WriteJson(new Made(called, written, reactor ? "reactor" : "command", folder));
            else Console.WriteLine($"{folder} is made. Change its handler; ./build.sh makes {called}.wasm, ./test.sh tries it, `evalfaas function deploy {called} {called}.wasm` serves it.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string OneOf(string value, string option, string[] known) => known.Contains(value)
        ? value
        : throw new UsageException($"{option} takes {string.Join(", ", known)}, and '{value}' is none.{NearestName.Suggestion(value, known)}");

    /// <summary>What <c>--json</c> prints.</summary>
    private sealed record Made(string Name, string Language, string Contract, string Directory);
}
