using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>How an invocation ended: well, or with a fault.</summary>
/// <param name="Fault">Null when all went well.</param>
public readonly record struct Outcome(InvocationFault? Fault)
{
    /// <summary>All went well.</summary>
    public static Outcome Ok => default;

    /// <summary>Whether all went well.</summary>
    public bool IsOk => Fault is null;

    /// <summary>A fault as the outcome.</summary>
    public static implicit operator Outcome(InvocationFault fault) => new(fault);
}
