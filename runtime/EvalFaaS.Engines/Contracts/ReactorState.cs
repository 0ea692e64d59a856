using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What the reactor contract keeps of one invocation. Belongs to a <see cref="GuestState"/>, made new for each invocation.</summary>
internal sealed class ReactorState
{
    private long _read;

    /// <summary>Whether the body has been read to its end.</summary>
    public bool RequestEnded { get; set; }

    /// <summary>Whether the guest chose the content type.</summary>
    public bool ContentTypeSet { get; set; }

    /// <summary>Whether the guest wrote to the body in chunks.</summary>
    public bool WroteChunks { get; private set; }

    /// <summary>Whether status and headers are final: something of the body has left.</summary>
    public bool HeadSent(GuestState state) => WroteChunks && state.Output.Started;

    /// <summary>Forgets the invocation before.</summary>
    public void Begin()
    {
        _read = 0;
        RequestEnded = ContentTypeSet = WroteChunks = false;
    }

    /// <summary>Counts body bytes read.</summary>
    /// <returns>The fault where they are more than the limit.</returns>
    public InvocationFault? CountRead(GuestState state, long bytes)
    {
        _read += bytes;
        return _read > state.Context.Limits.RequestBytes ? RequestTooLarge(state.Context.Limits) : null;
    }

    /// <summary>The fault of a request body over its limit.</summary>
    public static InvocationFault RequestTooLarge(InvocationLimits limits) => new(
        FaultKind.RequestTooLarge, "contract/reactor", $"The request body is larger than its limit of {limits.RequestBytes} bytes.");

    /// <summary>Where chunks of the body go.</summary>
    public GuestOutput Chunks(GuestState state)
    {
        if (!WroteChunks) state.Output.Begin(ReactorResponseHead.Instance, eachWrite: false);
        WroteChunks = true;
        return state.Output;
    }
}
