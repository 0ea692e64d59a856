namespace EvalFaaS.Model;

/// <summary>Carries an <see cref="InvocationFault"/> out of work that cannot return one.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Carries this fault.</summary>
    public FaultException(InvocationFault fault, Exception? inner = null) : base(fault.Message, inner) => Fault = fault;

    /// <summary>Carries a fault made of these.</summary>
    public FaultException(FaultKind kind, string component, string message, bool retryMayHelp = false, Exception? inner = null)
        : this(new InvocationFault(kind, component, message, retryMayHelp), inner)
    {
    }

    /// <summary>What went wrong.</summary>
    public InvocationFault Fault { get; }
}
