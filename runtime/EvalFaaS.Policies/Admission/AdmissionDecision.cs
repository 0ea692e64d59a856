using System.Globalization;

namespace EvalFaaS.Policies;

/// <summary>What becomes of a request, and why.</summary>
/// <param name="Verdict">Run, wait or refuse.</param>
/// <param name="Reason">Why.</param>
/// <param name="A">The first of the figures that led here; <see cref="AdmissionReason"/> says what it is.</param>
/// <param name="B">The second.</param>
/// <param name="RetryAfter">When it may be worth trying again, seconds; 0 where unknown or not refused.</param>
public readonly record struct AdmissionDecision(AdmissionVerdict Verdict, AdmissionReason Reason, double A = 0, double B = 0, double RetryAfter = 0)
{
    /// <summary>The decision in a sentence.</summary>
    public string Explain() => string.Create(CultureInfo.InvariantCulture, $"{What}: {Why}.");

    private string What => Verdict switch { AdmissionVerdict.Run => "runs now", AdmissionVerdict.Wait => "waits", _ => "refused" };

    private string Why => Reason switch
    {
        AdmissionReason.SlotFree => string.Create(CultureInfo.InvariantCulture, $"{A:F0} of {B:F0} slots are taken"),
        AdmissionReason.SlotsBusy => string.Create(CultureInfo.InvariantCulture, $"all slots are taken, {A:F0} wait before it, {B:F0} may"),
        AdmissionReason.ConcurrencyReached => string.Create(CultureInfo.InvariantCulture, $"{A:F0} run already, {B:F0} may"),
        AdmissionReason.QueueFull => string.Create(CultureInfo.InvariantCulture, $"{A:F0} wait already, {B:F0} may"),
        AdmissionReason.TooLate => string.Create(CultureInfo.InvariantCulture, $"its answer is expected after {A:0.###} s, and it has {B:0.###} s left"),
        AdmissionReason.Expired => string.Create(CultureInfo.InvariantCulture, $"its deadline passed {A:0.###} s ago"),
        _ => Reason.ToString(),
    };
}
