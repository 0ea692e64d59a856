using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas policies</c>: what can decide, and by which options.</summary>
internal static class PoliciesCommands
{
    public static Command Create() => new("policies", "List the policies of keep-alive, warm-up, scaling, placement, load balancing and admission, and show their options.")
    {
        PoliciesListCommand.Create(),
        PoliciesShowCommand.Create(),
    };
}
