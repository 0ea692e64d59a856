using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Engines;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas module validate</c>: whether an engine takes the module and everything it imports is granted.</summary>
internal static class ModuleValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The module." };
        var engine = CommonOptions.Engine();
        var command = new Command("validate", "Check that an engine takes a module and that everything it imports is granted.") { file, engine };
        command.SetAction(async (parsed, cancellation) =>
        {
            var module = ModuleFile.Open(parsed.GetValue(file)!);
            using var on = EngineChoice.Find(parsed.GetValue(engine)!).Create(new EngineOptions { MaximumInstances = 1, Workers = 1 });
            var code = on.Description.Capabilities.AheadOfTime ? Path.GetTempFileName() : null;
            try
            {
                if (code is not null) await on.CompileAsync(module, code, cancellation);
                (await on.LoadAsync(module, code, StandardImports.All, cancellation)).Dispose();
            }
            finally
            {
                if (code is not null) File.Delete(code);
            }

            Console.WriteLine($"{module.Path} is valid on {on.Description.Name} {on.Description.Version}.");
            return ExitCode.Done;
        });
        return command;
    }
}
