namespace EvalFaaS.Policies;

/// <summary>What an executor has for the policies that it makes.</summary>
public sealed record PolicySurroundings
{
    /// <summary>The forecast that forecast-driven policies read; null where there is none, and then they cannot be made.</summary>
    public IForecast? Forecast { get; init; }

    /// <summary>The arrivals to come, where a trace or a recording has them; null where not, and then the oracle cannot be made.</summary>
    public INextArrival? Future { get; init; }

    /// <summary>The calendar's moment at second 0 of the executor's clock, for schedules.</summary>
    public DateTimeOffset Epoch { get; init; } = DateTimeOffset.UnixEpoch;
}
