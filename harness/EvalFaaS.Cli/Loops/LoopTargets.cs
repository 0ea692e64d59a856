using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.Node;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Loops;

/// <summary>Targets as the command line names them, outside of a suite.</summary>
internal static class LoopTargets
{
    private const string PolicySetting = "keepAlive.policy";

    /// <summary>A target of this kind.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="url">Where it is, for the kind <c>http</c>.</param>
    /// <param name="policy">The keep-alive policy of a node; null for its own default.</param>
    public static ITarget Find(string kind, string? url, string? policy)
    {
        if (!TargetCatalogue.Names.Contains(kind))
            throw new UsageException($"There is no target '{kind}'.{NearestName.Suggestion(kind, TargetCatalogue.Names)} There are {string.Join(", ", TargetCatalogue.Names)}.");
        if (url is not null && kind != "http") throw new UsageException($"--url says where a target of the kind http is, and '{kind}' is started here.");
        if (url is null && kind == "http") throw new UsageException("The target http needs --url, for example --url http://127.0.0.1:8080/fn/hello.");
        var options = url is null ? [] : new Dictionary<string, string> { ["url"] = url };
        var target = TargetCatalogue.Create(new TargetSpec { Name = kind, Kind = kind, Options = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(options) });
        return policy is null ? target : Keeping(kind, Parse(policy).Text);
    }

    /// <summary>A node with this keep-alive policy.</summary>
    /// <exception cref="UsageException">The kind is no node: it keeps nothing by a policy of this runtime.</exception>
    public static NodeTarget Keeping(string kind, string policy)
    {
        if (TargetCatalogue.Create(new TargetSpec { Name = kind, Kind = kind }) is not NodeTarget)
            throw new UsageException($"'{kind}' keeps nothing loaded by a policy of this runtime; the nodes do: wasmtime, wasmtime-worker, wasmedge, wasmedge-interp.");
        return new NodeTarget(kind, kind) { Settings = [$"{PolicySetting}={policy}"] };
    }

    /// <summary>A keep-alive policy.</summary>
    public static PolicySpec Parse(string text)
    {
        try
        {
            return PolicySpec.Parse(text, PolicyKind.KeepAlive);
        }
        catch (PolicyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
