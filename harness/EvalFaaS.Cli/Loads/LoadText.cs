using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Cli.Loads;

/// <summary>A load as the command line has it.</summary>
internal sealed record LoadText
{
    public required double? Rate { get; init; }

    public required string? Shape { get; init; }

    public required bool Poisson { get; init; }

    public required int? Closed { get; init; }

    public required string? Think { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int? Connections { get; init; }

    public required string? Payload { get; init; }
}

/// <summary>A load as it is run.</summary>
/// <param name="Spec">How requests are offered.</param>
/// <param name="RatePerSecond">Requests a second that the shape's levels are multiples of; 0 in a closed loop.</param>
/// <param name="Payload">Bodies of random size, or null.</param>
internal sealed record LoadChoice(LoadSpec Spec, double RatePerSecond, PayloadLaw? Payload)
{
    /// <summary>The mean rate over the load, or null in a closed loop.</summary>
    public double? AskedPerSecond => Spec switch
    {
        OpenLoad { Shape: TimestampShape times } => times.Times.Count(t => t < Spec.Duration.TotalNanoseconds) / Spec.Duration.TotalSeconds,
        OpenLoad open => open.Shape.Of(RatePerSecond, open.Duration).CountUntil(open.Duration.TotalSeconds) / open.Duration.TotalSeconds,
        _ => null,
    };

    public LoadPlan Plan(LoadRequest request, int seed) => new()
    {
        Requests = [request],
        Arrivals = (Spec as OpenLoad)?.Draw(RatePerSecond, new Random(seed)),
        Think = (Spec as ClosedLoad)?.Think,
        Connections = Spec.Connections,
        Duration = Spec.Duration,
        Seed = seed,
    };
}

/// <summary>Reads it, with the parsers of suites where it is more than a number.</summary>
internal static class LoadTextReader
{
    public static LoadChoice Read(LoadText text)
    {
        try
        {
            return Choose(text);
        }
        catch (SuiteException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static LoadChoice Choose(LoadText text)
    {
        var shape = text.Shape is null ? null : LoadWords.Shape("--shape", text.Shape, Environment.CurrentDirectory);
        var payload = text.Payload is null ? null : LoadWords.Payload("--payload", text.Payload);
        if (text.Closed is { } users) return new LoadChoice(Closed(text, users), 0, payload);
        if (text.Think is not null) throw new UsageException("--think is for users of a closed loop: say --closed N too.");
        var rate = shape is TimestampShape listed ? Listed(text, listed) : text.Rate ?? throw new UsageException("load needs --rate R (requests a second) or --closed N (users).");
        if (rate is not (> 0 and <= 10_000_000)) throw new UsageException("--rate takes requests a second, from above 0 to 10,000,000.");
        if (text.Connections is < 1 or > 10_000) throw new UsageException("--connections takes a number from 1 to 10000.");
        var open = new OpenLoad
        {
            Arrivals = text.Poisson ? Arrivals.Poisson : Arrivals.Even,
            Shape = shape ?? new ConstantShape(),
            Duration = text.Duration,
            Connections = text.Connections ?? 16,
        };
        return new LoadChoice(open, rate, payload);
    }

    private static ClosedLoad Closed(LoadText text, int users)
    {
        if (text.Rate is not null || text.Shape is not null || text.Poisson) throw new UsageException("--closed has no rate of its own: leave --rate, --shape and --poisson out, or leave --closed out.");
        if (text.Connections is not null) throw new UsageException("each user of --closed has a connection: leave --connections out.");
        if (users is < 1 or > 10_000) throw new UsageException("--closed takes a number of users from 1 to 10000.");
        return new ClosedLoad { Connections = users, Duration = text.Duration, Think = text.Think is null ? null : LoadWords.Think("--think", text.Think) };
    }

    private static double Listed(LoadText text, TimestampShape times) => text.Rate is null && !text.Poisson
        ? times.MeanPerSecond
        : throw new UsageException("the file of the shape says when each request comes: leave --rate and --poisson out.");
}
