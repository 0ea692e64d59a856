using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Node.Control;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function deploy</c>: uploads a module; it is durable and served when the command ends.</summary>
internal static class FunctionDeployCommand
{
    public static Command Create()
    {
        var node = new NodeAccess();
        var file = new Argument<string>("file") { Description = "The WebAssembly module." };
        var engine = new Option<string?>("--engine") { Description = "The engine. Default: the node's." };
        var memory = new Option<string?>("--memory") { Description = "Memory limit, for example 64MiB." };
        var timeout = new Option<string?>("--timeout") { Description = "Time limit, for example 500ms or 10s." };
        var concurrency = CommonOptions.Number("--concurrency", "Invocations at once; more wait.");
        var maxInvocations = CommonOptions.Number("--max-invocations", "Invocations before an instance is thrown away: 1, a fresh sandbox for each; 0, never.");
        var env = new Option<string[]>("--env") { Description = "An environment variable; may be given again.", HelpName = "KEY=VALUE" };
        var digest = new Option<string?>("--digest") { Description = "The digest that the module must have.", HelpName = "sha256:HEX" };
        var json = CommonOptions.Json();
        var command = node.Command("deploy", "Deploy a function.", takesName: true, file, engine, memory, timeout, concurrency, maxInvocations, env, digest, json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (ns, name) = node.Function(parsed);
            var limits = new LimitsDocument
            {
                MemoryBytes = parsed.GetValue(memory) is { } m ? Quantities.Bytes(m) : null,
                TimeoutMs = parsed.GetValue(timeout) is { } t ? Quantities.Duration(t).TotalMilliseconds : null,
            };
            var document = new DeployDocument
            {
                Digest = parsed.GetValue(digest),
                Engine = parsed.GetValue(engine),
                Limits = limits,
                Concurrency = parsed.GetValue(concurrency),
                MaxInvocations = parsed.GetValue(maxInvocations),
                Environment = parsed.GetValue(env) is { Length: > 0 } pairs ? pairs.Select(p => KeyValue.Parse(p, "--env")).ToDictionary() : null,
            };
            var module = await File.ReadAllBytesAsync(parsed.GetValue(file)!, cancellation);
            using var client = node.Client(parsed);
            var deployed = await client.DeployAsync(ns, name, document, module, cancellation);
            if (parsed.GetValue(json)) Output.WriteJson(deployed);
            else Console.WriteLine($"{deployed.Id} is served at {deployed.Path} by {deployed.Engine} ({deployed.Contract}).");
            return ExitCode.Done;
        });
        return command;
    }
}
