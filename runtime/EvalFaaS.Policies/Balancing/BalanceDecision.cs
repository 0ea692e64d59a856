using System.Globalization;

namespace EvalFaaS.Policies;

/// <summary>Which endpoint takes a request.</summary>
/// <param name="Index">Its index in the list handed in, or -1 where none is alive.</param>
/// <param name="Reason">Why.</param>
/// <param name="A">The first of the figures that led here; <see cref="BalanceReason"/> says what it is.</param>
/// <param name="B">The second.</param>
public readonly record struct BalanceDecision(int Index, BalanceReason Reason, double A = 0, double B = 0)
{
    /// <summary>No endpoint is alive.</summary>
    public static BalanceDecision None => new(-1, BalanceReason.NoneAlive);

    /// <summary>The decision in a sentence.</summary>
    public string Explain() => string.Create(CultureInfo.InvariantCulture, $"{(Index < 0 ? "no endpoint" : $"endpoint {Index}")}: {Why}.");

    private string Why => Reason switch
    {
        BalanceReason.NoneAlive => "none is alive",
        BalanceReason.Next => "it is next in turn",
        BalanceReason.Random => "by chance",
        BalanceReason.LessBusyOfTwo => string.Create(CultureInfo.InvariantCulture, $"of two chosen by chance it has {A:F0} outstanding, the other {B:F0}"),
        BalanceReason.LeastOutstanding => string.Create(CultureInfo.InvariantCulture, $"it has the fewest outstanding, {A:F0}"),
        BalanceReason.LowerLatencyOfTwo => string.Create(CultureInfo.InvariantCulture, $"of two chosen by chance it would cost {A * 1000:G4} ms, the other {B * 1000:G4} ms"),
        BalanceReason.OnlyOne => "only this one is alive",
        _ => Reason.ToString(),
    };
}
