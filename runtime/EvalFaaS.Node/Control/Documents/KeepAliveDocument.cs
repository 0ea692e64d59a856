using EvalFaaS.Execution;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Control;

/// <summary>The keep-alive of a node.</summary>
internal sealed record KeepAliveDocument
{
    /// <summary>The acting policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The policies in its shadow.</summary>
    public required IReadOnlyList<ShadowDocument> Shadows { get; init; }

    public static KeepAliveDocument Of(KeepAlive keepAlive) => new()
    {
        Policy = keepAlive.Policy,
        Shadows = [.. keepAlive.Shadows.Zip(keepAlive.Regret(), ShadowDocument.Of)],
    };
}

/// <summary>A policy in the shadow of the acting one.</summary>
internal sealed record ShadowDocument
{
    /// <summary>The shadow.</summary>
    public required string Policy { get; init; }

    /// <summary>What the acting policy came to over the same idle times.</summary>
    public required KeepAccount Acting { get; init; }

    /// <summary>What the shadow would have come to.</summary>
    public required KeepAccount Shadow { get; init; }

    /// <summary>What one would have that knows the next call.</summary>
    public required KeepAccount Oracle { get; init; }

    /// <summary>What the acting policy cost above the oracle: idle seconds of a usual instance (128 MiB).</summary>
    public required double ActingRegret { get; init; }

    /// <summary>What the shadow would have cost above it.</summary>
    public required double ShadowRegret { get; init; }

    public static ShadowDocument Of(string policy, RegretReport report) => new()
    {
        Policy = policy, Acting = report.Acting, Shadow = report.Shadow, Oracle = report.Oracle, ActingRegret = report.ActingRegret, ShadowRegret = report.ShadowRegret,
    };
}

/// <summary>A decision of the acting policy.</summary>
internal sealed record KeepDecisionDocument
{
    /// <summary>The revision.</summary>
    public required string Function { get; init; }

    /// <summary>When, seconds on the node's monotonic clock.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>Unloaded after so many seconds; null: when others need the room.</summary>
    public double? UnloadAfterSeconds { get; init; }

    /// <summary>Loaded again after so many seconds, or null.</summary>
    public double? PreWarmAtSeconds { get; init; }

    /// <summary>The end of all that is kept, or null as above.</summary>
    public double? KeepUntilSeconds { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    public static KeepDecisionDocument Of(KeepRecord record) => new()
    {
        Function = record.Function,
        AtSeconds = record.AtSeconds,
        UnloadAfterSeconds = Finite(record.Decision.UnloadAfter),
        PreWarmAtSeconds = record.Decision.HasPreWarm ? record.Decision.PreWarmAt : null,
        KeepUntilSeconds = Finite(record.Decision.KeepUntil),
        Reason = record.Decision.Explain(),
    };

    private static double? Finite(double seconds) => double.IsFinite(seconds) ? seconds : null;
}
