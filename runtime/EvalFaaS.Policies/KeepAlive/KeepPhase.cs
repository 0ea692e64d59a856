namespace EvalFaaS.Policies;

/// <summary>Where a <see cref="KeepWindow"/> stands.</summary>
public enum KeepPhase : byte
{
    /// <summary>Nothing is kept, and nothing will be.</summary>
    Over,

    /// <summary>Kept since it was used.</summary>
    Kept,

    /// <summary>Unloaded, and to be loaded again.</summary>
    Unloaded,

    /// <summary>Loaded again, since a call is expected.</summary>
    LoadedAhead,
}
