using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Engines;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas module compile</c>: ahead-of-time code as a file, for a look at its size and at how long it takes.</summary>
internal static class ModuleCompileCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The module." };
        var engine = CommonOptions.Engine();
        var output = new Option<string?>("--out", "-o") { Description = "Where to write. Default: the module's path with the engine's name behind it." };
        var command = new Command("compile", "Compile a module to machine code of one engine.") { file, engine, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var module = ModuleFile.Open(parsed.GetValue(file)!);
            using var on = EngineChoice.Find(parsed.GetValue(engine)!).Create(new EngineOptions { MaximumInstances = 1, Workers = 1 });
            if (!on.Description.Capabilities.AheadOfTime) throw new UsageException($"{on.Description.Name} makes no ahead-of-time code.");
            var path = parsed.GetValue(output) ?? $"{module.Path}.{on.Description.Name}";
            var started = TimeProvider.System.GetTimestamp();
            await on.CompileAsync(module, path, cancellation);
            Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:F0} ms (code of {on.Description.CodeFingerprint})");
            return ExitCode.Done;
        });
        return command;
    }
}
