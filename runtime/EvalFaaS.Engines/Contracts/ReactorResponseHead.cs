namespace EvalFaaS.Engines;

/// <summary>The head of a reactor's response: set by calls, so that nothing of the output belongs to it; completed before the first byte leaves.</summary>
internal sealed class ReactorResponseHead : IOutputHead
{
    private ReactorResponseHead()
    {
    }

    /// <summary>The one instance.</summary>
    public static ReactorResponseHead Instance { get; } = new();

    /// <inheritdoc/>
    public int Longest => 0;

    /// <summary>Names a content type where the guest did not.</summary>
    public static void AddDefaults(GuestState state)
    {
        if (!state.Reactor.ContentTypeSet) state.Context.AddResponseHeader("Content-Type", "application/octet-stream");
        state.Reactor.ContentTypeSet = true;
    }

    /// <inheritdoc/>
    public int? Take(ReadOnlySpan<byte> output, bool final, GuestState state)
    {
        if (!output.IsEmpty) AddDefaults(state);
        return 0;
    }
}
