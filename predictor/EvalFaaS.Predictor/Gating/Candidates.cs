using EvalFaaS.Predictor.Forecasters;

namespace EvalFaaS.Predictor.Gating;

/// <summary>
/// Places of the forecasts among which a gate picks: those of the panel, their blend, and the same rounded; then each learned forecast, and rounded.
/// Rounded ones are there because the absolute error of a timer is least at a whole number.
/// </summary>
internal static class Candidates
{
    /// <summary>Weighted mean of the panel.</summary>
    public static readonly int Blend = Panel.All.Count;

    /// <summary>Number of candidates without learned models.</summary>
    public static readonly int Plain = Blend + 2;

    /// <summary>Number of candidates with learned models.</summary>
    public static int All(int learned) => Plain + 2 * learned;

    /// <summary>Place of a learned forecast; its rounded form is the next.</summary>
    public static int Learned(int model) => Plain + 2 * model;

    /// <summary>What stands at a place.</summary>
    public static string Name(int place, IReadOnlyList<string> learned)
    {
        if (place < Blend) return Panel.All[place].Name;
        var (name, rounded) = place < Plain ? ("blend", place > Blend) : (learned[(place - Plain) / 2], (place - Plain) % 2 == 1);
        return rounded ? $"{name}, rounded" : name;
    }
}
