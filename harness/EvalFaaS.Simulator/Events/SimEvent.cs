namespace EvalFaaS.Simulator.Events;

/// <summary>Something that will happen. What the fields mean is up to whoever scheduled it.</summary>
/// <param name="Time">When, seconds.</param>
/// <param name="Order">Among events of one time the lower goes first: a rank in the high bits, the order of scheduling in the low ones.</param>
/// <param name="Value">A number, mostly another time.</param>
/// <param name="Subject">An instance, node or request.</param>
/// <param name="Stamp">Which life of the subject is meant; an event of an earlier life is void.</param>
public readonly record struct SimEvent(double Time, ulong Order, double Value, int Subject, int Stamp)
{
    private const int RankShift = 58;

    /// <summary>The rank, 0 to 63: what goes first among events of one time.</summary>
    public int Rank => (int)(Order >> RankShift);

    /// <summary>The order of a rank and a number of scheduling.</summary>
    public static ulong OrderOf(int rank, ulong sequence) => ((ulong)rank << RankShift) | sequence;
}
