using System.Globalization;

namespace EvalFaaS.Policies;

/// <summary>What is to be ready of a function, and until when.</summary>
/// <param name="Action">What kind of readiness.</param>
/// <param name="Instances">Instances that are to be there at least; 0 where the action makes none.</param>
/// <param name="ForSeconds">How long it is to stay so, seconds after the decision.</param>
/// <param name="Reason">Why.</param>
/// <param name="A">The first of the figures that led here; <see cref="WarmUpReason"/> says what it is.</param>
/// <param name="B">The second.</param>
public readonly record struct WarmUpDecision(WarmUpAction Action, int Instances, double ForSeconds, WarmUpReason Reason, double A = 0, double B = 0)
{
    /// <summary>The decision in a sentence.</summary>
    public string Explain() => string.Create(CultureInfo.InvariantCulture, $"{What}: {Why}.");

    private string What => Action switch
    {
        WarmUpAction.None => "nothing is made ready",
        WarmUpAction.LoadModule => string.Create(CultureInfo.InvariantCulture, $"the code is loaded for {ForSeconds:0.###} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Instances} instances are made ready for {ForSeconds:0.###} s"),
    };

    private string Why => Reason switch
    {
        WarmUpReason.Off => "warm-up is off",
        WarmUpReason.InWindow => string.Create(CultureInfo.InvariantCulture, $"a scheduled window began {-A:0.###} s ago"),
        WarmUpReason.OutsideWindow => double.IsInfinity(A) ? "no scheduled window is to come" : string.Create(CultureInfo.InvariantCulture, $"the next scheduled window begins in {A:0.###} s"),
        WarmUpReason.CallsExpected => string.Create(CultureInfo.InvariantCulture, $"the forecast expects up to {A:G4} calls a second, and one at all with probability {B:F3}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"the forecast expects a call with probability {B:F3} only"),
    };
}
