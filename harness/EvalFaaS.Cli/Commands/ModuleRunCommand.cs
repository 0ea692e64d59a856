using System.Collections.Immutable;
using System.CommandLine;
using EvalFaaS.Cli.Modules;
using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas module run</c>: a WASI command with the terminal's own streams; ends with the guest's exit code.</summary>
internal static class ModuleRunCommand
{
    public static Command Create()
    {
        var engine = CommonOptions.Engine();
        var directories = new Option<string[]>("--dir") { Description = "A host directory that the guest may see; may be given again.", HelpName = "HOST[::GUEST][:ro]" };
        var env = new Option<string[]>("--env") { Description = "An environment variable; may be given again.", HelpName = "KEY=VALUE" };
        var timeout = new Option<string?>("--timeout") { Description = "Time limit; exit code 124 when it passes. Default: none." };
        var memory = new Option<string?>("--memory") { Description = "Memory limit. Default: none but the engine's own." };
        var stubs = new Option<bool>("--stub-imports") { Description = "Answer imports that nobody grants with zeros." };
        var file = new Argument<string>("file") { Description = "The module." };
        var arguments = new Argument<string[]>("args") { Description = "The guest's arguments.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", "Run a WASI command with this terminal's streams. There are no limits but those given; a trap ends with 134.")
        {
            engine, directories, env, timeout, memory, stubs, file, arguments,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var limits = InvocationLimits.Unlimited with
            {
                Timeout = parsed.GetValue(timeout) is { } t ? Quantities.Duration(t) : Timeout.InfiniteTimeSpan,
                MemoryBytes = parsed.GetValue(memory) is { } m ? Quantities.Bytes(m) : InvocationLimits.Unlimited.MemoryBytes,
            };
            var path = parsed.GetValue(file)!;
            var surroundings = new GuestEnvironment
            {
                Name = path,
                Arguments = [.. parsed.GetValue(arguments) ?? []],
                Variables = [.. (parsed.GetValue(env) ?? []).Select(p => KeyValue.Parse(p, "--env"))],
                Directories = Directories(parsed.GetValue(directories) ?? []),
            };
            var runner = new ModuleRunner(parsed.GetValue(engine)!, limits, parsed.GetValue(stubs));
            return await runner.RunAsync(path, surroundings, cancellation);
        });
        return command;
    }

    private static ImmutableArray<DirectoryGrant> Directories(string[] texts) => [.. texts.Select(DirectoryText.Parse)];
}
