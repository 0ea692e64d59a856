using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One revision as this node serves it: what is known of it, and the live state that its invocations share.</summary>
public sealed class DeployedFunction
{
    internal DeployedFunction(FunctionRevision revision)
    {
        Revision = revision;
        Name = revision.Name.ToString();
        Environment = new GuestEnvironment
        {
            Name = Name,
            Arguments = revision.Arguments,
            Variables = revision.Environment,
            Directories = revision.Directories,
            Scratch = revision.Scratch,
        };
    }

    /// <summary>Everything that decides how a request to it is answered.</summary>
    public FunctionRevision Revision { get; }

    /// <summary><c>namespace/name@revision</c>, made once.</summary>
    public string Name { get; }

    /// <summary>What its guests find around them, made once.</summary>
    public GuestEnvironment Environment { get; }

    /// <summary>Invocations that run now.</summary>
    public int Running => 0;

    /// <summary>Invocations that wait for admission now.</summary>
    public int Waiting => 0;

    /// <summary>When a refused client may try again: the time in which the queue should have emptied, at least 1 s.</summary>
    public TimeSpan RetryAfter => TimeSpan.FromSeconds(1);
}
