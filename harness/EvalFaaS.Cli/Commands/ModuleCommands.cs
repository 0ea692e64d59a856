using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas module</c>: WebAssembly modules as files.</summary>
internal static class ModuleCommands
{
    public static Command Create() => new("module", "Run, inspect, validate and compile WebAssembly modules.")
    {
        ModuleRunCommand.Create(),
        ModuleInspectCommand.Create(),
        ModuleValidateCommand.Create(),
        ModuleCompileCommand.Create(),
    };
}
