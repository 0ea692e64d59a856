using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// One invocation as the guest's host sees it: the request, the response, the guest's surroundings and the ledger.
/// The node, the command line, the harness and the worker each have their own; used by one thread at a time.
/// </summary>
public abstract class InvocationContext
{
    /// <summary>32 hexadecimal digits that name this invocation everywhere.</summary>
    public abstract string InvocationId { get; }

    /// <summary>What this invocation may use.</summary>
    public abstract InvocationLimits Limits { get; }

    /// <summary>Arguments, environment, directories.</summary>
    public abstract GuestEnvironment Environment { get; }

    /// <summary>Where the time goes.</summary>
    public abstract InvocationLedger Ledger { get; }

    /// <summary>The guest's clock.</summary>
    public virtual TimeProvider Time => TimeProvider.System;

    /// <summary>The guest's randomness.</summary>
    public virtual IGuestRandom Random => SecureGuestRandom.Instance;

    /// <summary>The HTTP request, or null where a command runs as a plain process: its streams are then the bodies as they are.</summary>
    public abstract RequestHead? Request { get; }

    /// <summary>The request's body, which is a command's stdin.</summary>
    public abstract PipeReader RequestBody { get; }

    /// <summary>Length of the body where the client said it, else null.</summary>
    public abstract long? RequestLength { get; }

    /// <summary>The response's body, which is a command's stdout. What is written is sent when it is flushed or the invocation ends.</summary>
    public abstract PipeWriter ResponseBody { get; }

    /// <summary>Which of stdin, stdout, stderr are terminals.</summary>
    public virtual TerminalStreams Terminals => TerminalStreams.None;

    /// <summary>Sets the response's status; before the body's first flush. 200 unless set.</summary>
    public abstract void SetStatus(int status);

    /// <summary>Adds a response header; before the body's first flush.</summary>
    public abstract void AddResponseHeader(string name, string value);

    /// <summary>Takes bytes that the guest logs or writes to stderr.</summary>
    public abstract void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8);
}
