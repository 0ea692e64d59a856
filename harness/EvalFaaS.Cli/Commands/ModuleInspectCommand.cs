using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Engines;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas module inspect</c>: contract, imports (granted or not), exports, memories, proposals.</summary>
internal static class ModuleInspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The module." };
        var json = CommonOptions.Json();
        var command = new Command("inspect", "Show a module's contract, imports, exports, memories and proposals.") { file, json };
        command.SetAction(parsed =>
        {
            var module = ModuleFile.Open(parsed.GetValue(file)!);
            var missing = StandardImports.All.Missing(module.Interface).ToHashSet();
            if (parsed.GetValue(json)) WriteJson(module, missing);
            else WriteText(module, missing);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteJson(ModuleFile module, HashSet<ModuleImport> missing) => Output.WriteJson(new
    {
        digest = module.Digest.ToString(),
        bytes = new FileInfo(module.Path).Length,
        contract = module.Interface.Contract,
        imports = module.Interface.Imports.Select(i => new { i.Module, i.Name, i.Kind, type = i.Type?.ToString(), granted = !missing.Contains(i) }),
        exports = module.Interface.Exports.Select(e => new { e.Name, e.Kind, type = e.Type?.ToString() }),
        memories = module.Interface.Memories,
        features = Features(module.Interface.Features),
    });

    private static void WriteText(ModuleFile module, HashSet<ModuleImport> missing)
    {
        var found = module.Interface;
        Console.WriteLine($"digest     {module.Digest}");
        Console.WriteLine($"size       {new FileInfo(module.Path).Length:N0} bytes");
        Console.WriteLine($"contract   {found.Contract switch { { } kind => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), null => "none that is known" }}");
        foreach (var memory in found.Memories) Console.WriteLine($"memory     {memory.Minimum} {(memory.Minimum == 1 ? "page" : "pages")} of 64 KiB{(memory.Maximum is { } most ? $", at most {most}" : "")}");
        Console.WriteLine($"proposals  {(Features(found.Features) is { Length: > 0 } used ? string.Join(", ", used) : "none")}");
        Console.WriteLine();
        if (found.Imports.Length > 0)
            Output.WriteTable(["import", "type", "granted"], found.Imports.Select(i => (string[])[$"{i.Module}.{i.Name}", i.Type?.ToString() ?? i.Kind.ToString().ToLowerInvariant(), missing.Contains(i) ? "NO" : "yes"]));
        Console.WriteLine();
        Output.WriteTable(["export", "type"], found.Exports.Select(e => (string[])[e.Name, e.Type?.ToString() ?? e.Kind.ToString().ToLowerInvariant()]));
    }

    private static string[] Features(WasmFeatures features) =>
        [.. Enum.GetValues<WasmFeatures>().Where(f => int.PopCount((int)f) == 1 && features.HasFlag(f)).Select(f => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(f.ToString()))];
}
