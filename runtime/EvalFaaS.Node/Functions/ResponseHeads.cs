using System.Globalization;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Functions;

/// <summary>The response headers that the node adds, and those that a guest may not set.</summary>
internal static class ResponseHeads
{
    public const string Timing = "Server-Timing";
    public const string Start = Prefix + "Start";
    public const string Cause = Prefix + "Cause";
    public const string Instance = Prefix + "Instance";
    public const string Invocation = Prefix + "Invocation";
    public const string Revision = Prefix + "Revision";
    private const string Prefix = "X-EvalFaaS-";

    // Those of the connection and of framing belong to the server.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", Timing,
    };

    private static readonly string[] States = [.. Enum.GetValues<StartState>().Select(s => "N" + (int)s)];

    /// <summary>Adds the node's own headers.</summary>
    public static void Add(IHeaderDictionary headers, InvocationLedger ledger, string invocation, DeployedFunction function)
    {
        headers[Timing] = ServerTiming.Format(ledger);
        headers[Start] = States[(int)ledger.StartState];
        if (ledger.Cause != ColdCause.None) headers[Cause] = WireName<ColdCause>.Of(ledger.Cause);
        if (ledger.InstanceId != 0) headers[Instance] = ledger.InstanceId.ToString(CultureInfo.InvariantCulture);
        headers[Invocation] = invocation;
        headers[Revision] = function.Name;
    }

    /// <summary>Whether a guest may set this header.</summary>
    public static bool Allows(string name) => !Reserved.Contains(name) && !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
