namespace EvalFaaS.Policies;

/// <summary>What some policies cannot be made without.</summary>
internal static class Needed
{
    public static IForecast Forecast(PolicySurroundings surroundings, string policy) => surroundings.Forecast
        ?? throw new PolicyException($"The policy '{policy}' needs a forecast, and there is none: give a predictor's model.");

    public static INextArrival Future(PolicySurroundings surroundings, string policy) => surroundings.Future
        ?? throw new PolicyException($"The policy '{policy}' needs to know the arrivals to come, which only a replayed trace or a recording has.");
}
