using System.CommandLine;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary>Options of commands that expand a trace of counts.</summary>
internal static class TraceOptions
{
    public static Option<string> Placement() => new("--placement") { Description = "Where in its minute a call of the trace lies: poisson or equidistant.", DefaultValueFactory = _ => "poisson", HelpName = "HOW" };

    public static Simulator.Workloads.Placement PlacementOf(string word) => word switch
    {
        "poisson" => Simulator.Workloads.Placement.Poisson,
        "equidistant" => Simulator.Workloads.Placement.Equidistant,
        _ => throw new UsageException($"--placement is poisson or equidistant, and '{word}' is neither."),
    };
}
