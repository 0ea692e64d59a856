using EvalFaaS.Cli.Commands;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Simulations;

/// <summary>SimFaaS's table among the published traces, which are not part of the checkout.</summary>
internal static class SimFaasTable
{
    /// <summary>Its path, or null where it is absent.</summary>
    public static string? Find() => TraceFolder.Locate(Repository.Root(), "simfaas") is { } folder && Path.Combine(folder, "exp.csv") is var table && File.Exists(table) ? table : null;
}
