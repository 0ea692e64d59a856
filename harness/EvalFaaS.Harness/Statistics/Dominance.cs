
namespace EvalFaaS.Harness.Statistics;

/// <summary>What the time of a call is mostly spent on, where start and execution were timed as one.</summary>
/// <remarks>
/// The fastest function of a target had to start too, so its time is the most that a start there can take, and what another function takes beyond it is the least that is
/// that function's own: its execution, and the compilation of its module where the target compiles at each start. The share of the fastest function's time in another's
/// is thus the most that is start. "Compute-dominated" holds whatever the fastest function does itself; "start-dominated" holds as far as it does next to nothing.
/// </remarks>
public static class Dominance
{
    /// <summary>More than this share of a call's time dominates it.</summary>
    public const double Half = 0.5;

    /// <summary>The rule in a sentence, for reports.</summary>
    public const string Rule =
        "A function is start-dominated on a target where the fastest function there takes more than half of its time, and compute-dominated where it takes less than half, each with the whole 95 % interval; else it is called even.";

    /// <summary>Names the class of a share with its interval; <c>unknown</c> without one.</summary>
    public static string Of(double? low, double? high) => (low, high) switch
    {
        ( > Half, _) => "start",
        (_, < Half) => "compute",
        (null, _) or (_, null) => "unknown",
        _ => "even",
    };

    /// <summary>Names the class of a share with its interval.</summary>
    public static string Of(Interval? share) => Of(share?.Low, share?.High);
}
