using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Walking;

/// <summary>What the predictor is told about a function beside its calls.</summary>
/// <param name="App">Its application, as a number; functions of one application often call each other. -1 for none.</param>
/// <param name="Trigger">What calls it.</param>
public readonly record struct WalkedFunction(int App, TriggerKind Trigger)
{
    /// <summary>The functions of a trace.</summary>
    public static WalkedFunction[] Of(Trace trace)
    {
        var apps = new Dictionary<(string, string), int>();
        return [.. trace.Functions.Select(f =>
        {
            if (!apps.TryGetValue((f.Key.Owner, f.Key.App), out var app)) apps.Add((f.Key.Owner, f.Key.App), app = apps.Count);
            return new WalkedFunction(app, f.Trigger);
        })];
    }
}
