using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.InProcess;

namespace EvalFaaS.Cli.Commands;

/// <summary>The process of the in-process target; started by the harness, hidden from people.</summary>
internal static class InProcessCommand
{
    public static Command Create()
    {
        var engine = CommonOptions.Engine();
        var instances = new Option<int>("--instances");
        var slowdown = new Option<double>("--slowdown");
        var command = new Command("harness-inproc", "Serve an engine to the harness over standard streams.") { engine, instances, slowdown };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            await InProcessHost.RunAsync(EngineChoice.Find(parsed.GetValue(engine)!), parsed.GetValue(instances), parsed.GetValue(slowdown), Console.In, Console.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
