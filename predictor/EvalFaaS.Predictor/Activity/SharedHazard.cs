namespace EvalFaaS.Predictor.Activity;

/// <summary>
/// How often functions that were called a few times, and then not for some minutes, were called in the next: counted over all functions, for those of which
/// little is known yet.
/// </summary>
internal sealed class SharedHazard
{
    private static readonly int[] Calls = [1, 2, 3, 6], Gaps = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 21, 30, 31, 45, 60, 61, 90, 120, 180, 240];
    private readonly (float Reached, float Ended)[] _cells = new (float, float)[2 * (Calls.Length + 1) * (Gaps.Length + 1)];

    /// <summary>The cell of a function.</summary>
    /// <param name="timer">Whether a clock calls it.</param>
    /// <param name="active">Minutes in which it has been called.</param>
    /// <param name="gap">Minutes since the last of them, 1 for the one just ended.</param>
    public static int Cell(bool timer, int active, int gap) =>
        ((timer ? 1 : 0) * (Calls.Length + 1) + Place(Calls, active)) * (Gaps.Length + 1) + Place(Gaps, gap);

    /// <summary>A function was in a cell when a minute began; did the minute call it?</summary>
    public void Count(int cell, bool called)
    {
        _cells[cell].Reached++;
        if (called) _cells[cell].Ended++;
    }

    /// <summary>The probability of a call in the minute that begins.</summary>
    public float Probability(int cell) => (_cells[cell].Ended + 0.2f) / (_cells[cell].Reached + 4);

    private static int Place(int[] bounds, int value)
    {
        var place = 0;
        while (place < bounds.Length && value > bounds[place]) place++;
        return place;
    }
}
