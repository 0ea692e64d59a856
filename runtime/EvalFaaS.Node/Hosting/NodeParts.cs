using EvalFaaS.Engines;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node;

/// <summary>What a node is put together from, besides its configuration.</summary>
public sealed record NodeParts
{
    /// <summary>The engines.</summary>
    public required IReadOnlyList<IEngineProvider> Engines { get; init; }

    /// <summary>Makes the forecast that policies go by, from a model file or null for none, and the calendar's time. Default null: forecast policies cannot be made.</summary>
    public Func<string?, DateTimeOffset, INodeForecast>? Forecast { get; init; }

    /// <summary>The clock of deadlines, ledgers and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where log lines go. Default null: to standard error.</summary>
    public ILoggerProvider? Log { get; init; }
}
