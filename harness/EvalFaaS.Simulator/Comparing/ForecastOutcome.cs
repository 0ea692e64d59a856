using System.Text.Json.Serialization;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Comparing;

/// <summary>What a forecast comes to where it drives keep-alive: not its error, but what calls and memory notice of it.</summary>
/// <param name="Name">Whose forecast, or the policy that goes by none.</param>
/// <param name="Calls">Invocations, mean over replications like all that follows.</param>
/// <param name="ColdStarts">Those that found nothing loaded.</param>
/// <param name="FirstCalls">Cold ones that no policy avoids.</param>
/// <param name="Late">Invocations that waited for longer than <see cref="Tally.Objective"/>: the service objective that was missed.</param>
/// <param name="WastedGiBHours">Memory that was loaded and idle.</param>
public sealed record ForecastOutcome(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("calls")] double Calls,
    [property: JsonPropertyName("cold_starts")] double ColdStarts,
    [property: JsonPropertyName("first_calls")] double FirstCalls,
    [property: JsonPropertyName("late")] double Late,
    [property: JsonPropertyName("wasted_gib_hours")] double WastedGiBHours)
{
    /// <summary>The policy that goes by the forecasts.</summary>
    public const string Policy = "forecast:patience=2700,by-cost=true";

    private const int Replications = 4;
    private const double ColdStartSeconds = 0.25;

    /// <summary>Simulates a trace's minutes from one on under the predictor with its model and without, the reference gate, and fixed ten minutes.</summary>
    /// <remarks>What is kept is code, which takes any number of calls at a time; a cold start takes 250 ms; calls lie anywhere in their minutes.</remarks>
    /// <param name="trace">The trace.</param>
    /// <param name="model">The model; its training must not reach beyond the minute.</param>
    /// <param name="from">The first minute that counts.</param>
    public static IReadOnlyList<ForecastOutcome> Of(Trace trace, PredictorModel model, int from)
    {
        var functions = TraceFunctions.Of(trace, new FunctionModel { ColdStart = ColdStart.Of(new ConstantLaw(ColdStartSeconds)), Concurrency = FunctionModel.Unlimited }, Placement.Poisson);
        var plan = RunPlan.OfMinutes(from, trace.Minutes) with { Replications = Replications };
        return
        [
            Run("model", Policy, WalkedForecast.Through(trace, model)), Run("model without learning", Policy, WalkedForecast.Through(trace, null)),
            Run("gate of six baselines", Policy, WalkedForecast.ThroughGate(trace, from)), Run("fixed ten minutes", "fixed:window=10m", null),
        ];

        ForecastOutcome Run(string name, string policy, IForecast? forecast)
        {
            var spec = PolicySpec.Parse(policy, PolicyKind.KeepAlive);
            var result = PolicyRun.Run(functions, (_, _) => spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = forecast }), plan);
            double Mean(Func<Tally, double> figure) => result.Replications.Average(figure);
            return new ForecastOutcome(name, Mean(t => t.Arrivals), Mean(t => t.Cold), Mean(t => t.ColdFirstUse), Mean(t => t.Late), Mean(Figures.WastedGiBHours));
        }
    }
}
