using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;
using EvalFaaS.Node;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Simulator.Running;

namespace EvalFaaS.Cli.Terminal;

/// <summary>Something in the command line is wrong in a way that the parser cannot see.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Which exceptions are messages for the user rather than faults of the program.</summary>
internal static class Failure
{
    /// <summary>The message, or null where the exception is a fault of the program itself and its stack is needed.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        UsageException or SuiteException or RunRefusedException or UnstableException or TargetException or NodeException or NodeStartException or ConfigurationException
            or ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException => exception.Message,
        FaultException fault => $"{fault.Fault.Component}: {fault.Message}{(fault.Fault.RetryMayHelp ? " (trying again may help)" : "")}",
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ => null,
    };
}
