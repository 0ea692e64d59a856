namespace EvalFaaS.Loop.Recordings;

/// <summary>A stretch of a trace: which function is called when.</summary>
/// <param name="Functions">The functions' names.</param>
/// <param name="Calls">The calls, in the order of time.</param>
/// <param name="Seconds">How long it is.</param>
public sealed record Slice(IReadOnlyList<string> Functions, IReadOnlyList<SliceCall> Calls, double Seconds)
{
    /// <summary>The calls from one moment on, for so long; times count from that moment, and functions that are not called are left out.</summary>
    /// <param name="from">Seconds.</param>
    /// <param name="length">Seconds; to the end where there are fewer.</param>
    public Slice Between(double from, double length)
    {
        var end = Math.Min(from + length, Seconds);
        return (this with { Calls = [.. Calls.Where(c => c.AtSeconds >= from && c.AtSeconds < end).Select(c => c with { AtSeconds = c.AtSeconds - from })], Seconds = Math.Max(0, end - from) }).Called();
    }

    /// <summary>The functions that are called most, in the order in which they stand.</summary>
    /// <param name="count">How many.</param>
    public Slice Busiest(int count)
    {
        if (count >= Functions.Count) return this;
        var calls = Calls.CountBy(c => c.Function).ToDictionary();
        return Only([.. Enumerable.Range(0, Functions.Count).OrderByDescending(f => calls.GetValueOrDefault(f)).Take(count).Order()]);
    }

    /// <summary>The same in less time.</summary>
    /// <param name="speed">How many times as fast, above 0.</param>
    public Slice Faster(double speed) => this with { Calls = [.. Calls.Select(c => c with { AtSeconds = c.AtSeconds / speed })], Seconds = Seconds / speed };

    private Slice Called() => Only([.. Calls.Select(c => c.Function).Distinct().Order()]);

    private Slice Only(int[] functions)
    {
        var places = functions.Index().ToDictionary(f => f.Item, f => f.Index);
        return this with { Functions = [.. functions.Select(f => Functions[f])], Calls = [.. Calls.Where(c => places.ContainsKey(c.Function)).Select(c => c with { Function = places[c.Function] })] };
    }
}

/// <summary>A call of a slice.</summary>
/// <param name="AtSeconds">When, from the slice's begin.</param>
/// <param name="Function">The function's number.</param>
public readonly record struct SliceCall(double AtSeconds, int Function);
